import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { SimulatorDescription } from './description.ts';

/** A simulator in a process of its own, for tests. */
export interface SimulatorChild {
  readonly description: SimulatorDescription;
  readonly output: () => string;
  /** Closes its standard input, or sends a signal; gives the exit code. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number | null>;
}

/** Starts `simulatorProcess.ts --standalone` and waits until it listens; rejects with what it said when it ends before. */
export function startSimulatorProcess(...args: readonly string[]): Promise<SimulatorChild> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'simulatorProcess.ts'), '--standalone', ...args]);
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let output = '';
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += data;
  });
  return new Promise((resolve, reject) => {
    exited.then((code) => reject(new Error(`ended with ${code}: ${errors}`)));
    child.stdout.on('data', (data) => {
      output += data;
      if (!output.endsWith('\n')) return;
      resolve({
        description: JSON.parse(output),
        output: () => output,
        end: (signal) => {
          if (signal) child.kill(signal);
          else child.stdin.end();
          return exited;
        },
      });
    });
  });
}
