import { parseArgs } from 'node:util';
import { campaign } from './campaign.ts';
import { report } from './report.ts';

/** `npm run faults -- --runs 1000 --seed S`: the campaign, its figures, and a no when one act was lost, doubled or misunderstood. */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
  },
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed) || seed < 0) {
  throw new Error('usage: npm run faults -- [--runs N] [--seed S]');
}
// Playwright sends to a program that has just been killed, and listens to no answer of its own.
process.on('unhandledRejection', (reason) => {
  if (!String(reason).includes('session closed')) throw reason;
});
// So that the small disk goes too.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
console.log(`${runs} runs, seed ${seed}`);
const figures = await campaign(runs, seed, (line) => console.log(line));
const { text, isGood } = report(figures, seed);
console.log(text);
process.exit(isGood ? 0 : 1);
