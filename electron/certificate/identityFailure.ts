import { type Failure, failure } from '../../shared/ipc/errors.ts';
import type { KeepProblem } from './importSession.ts';

/** A problem with keeping or reading the identity, as the program shows it. What a keychain damaged is as good as changed by hand. */
export const identityFailure = (problem: KeepProblem): Failure =>
  failure(problem === 'keychain-damaged' ? 'certificate-file-changed' : problem);
