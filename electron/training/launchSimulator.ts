import { type UtilityProcess, utilityProcess } from 'electron';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { SimulatorDescription } from './description.ts';

export interface LaunchedSimulator {
  readonly description: SimulatorDescription;
  readonly stop: () => void;
}

const START_MS = 60_000;

/** Starts the simulator in a process of its own; its keys and certificates live in `folder`. Fails with `unexpected` when it doesn't come up. */
export function launchSimulator(entry: string, folder: string): Promise<Result<LaunchedSimulator, Failure>> {
  return new Promise((resolve) => {
    const child: UtilityProcess = utilityProcess.fork(entry, ['--dir', folder], { serviceName: 'Saksbord simulator' });
    const giveUp = (): void => {
      clearTimeout(timer);
      child.kill();
      resolve(fail(failure('unexpected')));
    };
    const timer = setTimeout(giveUp, START_MS);
    child.once('exit', giveUp);
    child.once('message', (description: SimulatorDescription) => {
      clearTimeout(timer);
      child.off('exit', giveUp);
      resolve(ok({ description, stop: () => child.kill() }));
    });
  });
}
