import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ParentPort } from 'electron';
import { EVERYONE } from './everyone.ts';
import { generatePeople } from './generatePeople.ts';
import { startSimulator } from './simulator.ts';

/**
 * The simulator as a process of its own: alone (`node electron/training/simulatorProcess.ts --standalone`), where it prints one JSON object
 * and runs until standard input closes or it is told to end; or as Electron's utility process, where it posts the same object to its parent.
 */
const { values } = parseArgs({
  options: {
    standalone: { type: 'boolean', default: false },
    dir: {
      type: 'string',
      default: join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'saksbord', 'training'),
    },
    registrations: { type: 'string' },
    port: { type: 'string', default: '0' },
    people: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    now: { type: 'string' },
    'with-spesifisert': { type: 'boolean', default: false },
  },
});

const fixedDay = values.now === undefined ? Number.NaN : Date.parse(values.now);
if (values.now !== undefined && Number.isNaN(fixedDay))
  throw new Error('--now is not a time; write it as 2026-11-21T08:00:00Z');

const { description, stop } = await startSimulator({
  folder: values.dir,
  registrationsFile: values.registrations ?? join(values.dir, 'registrations.jsonl'),
  port: Number(values.port),
  people: [
    ...EVERYONE,
    ...generatePeople(
      Number(values.people),
      Number(values.seed),
      new Set(EVERYONE.map(({ nationalId }) => nationalId)),
    ),
  ],
  calendar: () => (Number.isNaN(fixedDay) ? Date.now() : fixedDay),
  withSpesifisert: values['with-spesifisert'],
});

let isEnding = false;
const end = (): void => {
  if (isEnding) return;
  isEnding = true;
  stop().then(() => process.exit(0));
};
process.once('SIGTERM', end);
process.once('SIGINT', end);

const parent: ParentPort | undefined = process.parentPort;
if (values.standalone || !parent) {
  process.stdout.write(`${JSON.stringify(description)}\n`);
  process.stdin.once('close', end).resume();
} else {
  parent.postMessage(description);
}
