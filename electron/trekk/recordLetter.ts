import { osloDate } from '../../shared/dates.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Trekk } from '../../shared/utlegg/trekk.ts';
import { markLetterSent, readLetters } from '../storage/trekkLetters.ts';
import type { TrekkPorts } from './TrekkPorts.ts';
import { changeTrekk } from './trekk.ts';

/** Notes how and when a letter went out. Errors: `not-found`, `version-conflict`, `invalid-input` for a day to come. */
export const recordLetter = (
  ports: TrekkPorts,
  input: CallInput<'trekk.recordLetter'>,
): Promise<Result<Trekk, Failure>> =>
  changeTrekk(ports, input, async (db, trekk) => {
    const letter = (await readLetters(db, trekk.id)).find(({ id }) => id === input.letterId);
    if (!letter) return fail(failure('not-found'));
    const { on, channel } = input;
    if (on > osloDate(ports.now())) return fail(failure('invalid-input'));
    await markLetterSent(db, letter.id, { on, channel });
    return ok({ change: {}, event: { event: 'letter-sent', act: null, detail: letter.kind } });
  });
