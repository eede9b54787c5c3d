import type { Figures } from './campaign.ts';

/** The figures as they are read, and whether they are as they must be. */
export function report(
  { runs, verdicts, deaths, faults, diskCouldBeFull }: Figures,
  seed: number,
): { readonly text: string; readonly isGood: boolean } {
  const { settled, listed, lost, duplicated, mismatched } = verdicts;
  const isGood = lost + duplicated + mismatched === 0 && settled + listed === runs;
  const lines = [
    'The program was killed, or died:',
    ...table(deaths),
    'What else went wrong:',
    ...table(faults),
    ...(diskCouldBeFull ? [] : ['No disk could be mounted here (it takes root on Linux): none was full.']),
    `seed ${seed}: ${runs} runs, ${settled} on both sides once and the same, ${listed} on the list`,
    `lost ${lost}, duplicated ${duplicated}, mismatched ${mismatched}`,
    ...(isGood ? [] : [`FAILED. The same plan again: npm run faults -- --runs ${runs} --seed ${seed}`]),
  ];
  return { text: lines.join('\n'), isGood };
}

const table = (counts: ReadonlyMap<string, number>): string[] =>
  [...counts].sort(([a], [b]) => a.localeCompare(b)).map(([name, times]) => `${String(times).padStart(6)}  ${name}`);
