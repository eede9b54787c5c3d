import { type UtilityProcess, utilityProcess } from 'electron';
import type { SimulatorDescription } from './description.ts';

export interface LaunchedSimulator {
  readonly description: SimulatorDescription;
  readonly stop: () => void;
}

const START_MS = 60_000;

/** Starts the simulator in a process of its own; its keys and certificates live in `folder`. Rejects when it doesn't come up. */
export function launchSimulator(entry: string, folder: string): Promise<LaunchedSimulator> {
  return new Promise((resolve, reject) => {
    const child: UtilityProcess = utilityProcess.fork(entry, ['--dir', folder], { serviceName: 'Saksbord simulator' });
    const timer = setTimeout(() => fail('did not start in time'), START_MS);
    const fail = (why: string): void => {
      clearTimeout(timer);
      child.kill();
      reject(new Error(`the training simulator ${why}`));
    };
    child.once('exit', () => fail('ended before it was ready'));
    child.once('message', (description: SimulatorDescription) => {
      clearTimeout(timer);
      child.removeAllListeners('exit');
      resolve({ description, stop: () => child.kill() });
    });
  });
}
