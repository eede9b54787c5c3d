import { rmSync } from 'node:fs';
import { startSimulator } from '../simulator.ts';
import { bareWindow } from './bareWindow.ts';
import { median } from './median.ts';
import { plainLookups } from './plainLookups.ts';
import { runBatch } from './runBatch.ts';
import { askOneByOne, preparedProfile, startAgain } from './saksbord.ts';
import { addedBytes } from './size.ts';

// `npm run bench`: machines are noisy, so every figure is a ratio to something bare measured here and now, by turns.

const STARTS = 5;
const LOOKUPS = 100;
const ROWS = 300;
const LATENCY_MS = 50;
const IN_FLIGHT = 5;

const line = (what: string, ours: string, theirs: string, ratio: number): void =>
  console.log([what.padEnd(44), ours.padStart(12), theirs.padStart(12), `${ratio.toFixed(2)} ×`.padStart(9)].join(''));
const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

const simulator = await startSimulator();
const profile = await preparedProfile(simulator);
try {
  console.log(
    ['', 'Saksbord', 'bare', 'ratio']
      .map((word, at) => (at === 0 ? word.padEnd(44) : word.padStart(at === 3 ? 9 : 12)))
      .join(''),
  );

  const ours: Awaited<ReturnType<typeof startAgain>>[] = [];
  const theirs: Awaited<ReturnType<typeof bareWindow>>[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    ours.push(await startAgain(simulator, profile));
    theirs.push(await bareWindow());
  }
  const usable = [median(ours.map((one) => one.milliseconds)), median(theirs.map((one) => one.milliseconds))] as const;
  line('start to usable screen / a bare window', ms(usable[0]), ms(usable[1]), usable[0] / usable[1]);
  const memory = [median(ours.map((one) => one.bytes)), median(theirs.map((one) => one.bytes))] as const;
  line('memory of all processes / of a bare window', mb(memory[0]), mb(memory[1]), memory[0] / memory[1]);

  const lookup = median(await askOneByOne(simulator, profile, LOOKUPS));
  const plain = median(await plainLookups(simulator, LOOKUPS));
  line('one lookup, journalled and kept / plain fetch', ms(lookup), ms(plain), lookup / plain);

  await simulator.set({ latency: [LATENCY_MS, LATENCY_MS] });
  const batch = await runBatch(simulator, profile, ROWS);
  const ceiling = (ROWS * LATENCY_MS) / IN_FLIGHT;
  line(`${ROWS} debtors of ${LATENCY_MS} ms each / five in flight`, ms(batch), ms(ceiling), batch / ceiling);

  const added = addedBytes();
  line('what we add / Electron itself', mb(added.ours), mb(added.electron), added.ours / added.electron);
} finally {
  await simulator.stop();
  rmSync(profile, { recursive: true, force: true });
}
