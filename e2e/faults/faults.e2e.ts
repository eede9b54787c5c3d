import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';

const RUNS = 60;

// In a process of its own: to Playwright, and to vitest, a program that dies is an error that nobody has caught. Never tried again: one lost is lost.
it(`${RUNS} registrations, each with a fault of its own: none lost, duplicated or mismatched`, {
  retry: 0,
  timeout: 900_000,
}, async () => {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'faults.ts'), '--runs', String(RUNS)]);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.once('close', resolve));
  console.log(output);
  expect(output).toContain('lost 0, duplicated 0, mismatched 0');
  expect(code).toBe(0);
});
