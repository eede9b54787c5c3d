import { describe, expect, it } from 'vitest';
import { oere } from '../../../shared/money.ts';
import { textIn } from '../../../shared/text/text.ts';
import { panelReasons } from './panelReasons.ts';

const context = {
  text: textIn('nb'),
  members: [{ id: 'a', role: 'soeker' as const }],
  assessment: { bases: [] },
};
const panel = (reasons: Parameters<typeof panelReasons>[1]) =>
  panelReasons(context, reasons).map((sentence) => sentence.replaceAll('\u202F', ' '));

describe('the lines of the answer panel', () => {
  it('bases on the same side share a line; what settles the outcome comes first', () => {
    expect(
      panel([
        { code: 'no-wealth-limit' },
        { code: 'within-basis', basis: 'm3', amount: oere(100) },
        { code: 'within-basis', basis: 'm12', amount: oere(200) },
        { code: 'over-basis', basis: 'year', amount: oere(-1_955_500) },
        { code: 'bases-disagree' },
      ]),
    ).toEqual([
      'Over grensen på skatteåret med 19 555 kr',
      'Innenfor på siste 3 måneder og siste 12 måneder',
      'Ingen formuesgrense i regelen',
    ]);
  });

  it('one basis keeps its margin', () => {
    expect(panel([{ code: 'within-basis', basis: 'm3', amount: oere(100) }])).toEqual([
      'Innenfor på siste 3 måneder med 1 kr',
    ]);
  });

  it('what is missing goes before what must be judged; the same thing is said once', () => {
    expect(
      panel([
        { code: 'nothing-reported', memberId: 'a', source: 'inntekt', basis: 'm3' },
        { code: 'nothing-reported', memberId: 'a', source: 'inntekt', basis: 'm12' },
        { code: 'not-fetched', memberId: 'a', source: 'skattegrunnlag' },
      ]),
    ).toEqual([
      'Søker: skattegrunnlag er ikke hentet',
      'Søker: ingenting er innrapportert i inntekt per måned. Det betyr ikke ingen inntekt',
    ]);
  });
});
