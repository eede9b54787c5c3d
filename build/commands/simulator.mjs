import { run } from '../setup/run.mjs';

/**
 * `npm run simulator`: the training simulator alone; prints one JSON object that tells another client where it is.
 * @param {string[]} args further arguments to the simulator
 */
export async function simulator(args) {
  return run(process.execPath, ['electron/training/simulatorProcess.ts', '--standalone', ...args]);
}
