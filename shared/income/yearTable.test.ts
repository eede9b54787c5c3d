import { expect, test } from 'vitest';
import { kroner } from '../money.ts';
import { taxLookupOf } from './testLookups.ts';
import { yearTable } from './yearTable.ts';

const { tax } = taxLookupOf(2024, [
  ['innskudd', 'formue', 48_210],
  ['samletLoennsinntektMedTrygdeavgiftspliktOgMedTrekkplikt', 'inntekt', 372_400],
  ['samledeOpptjenteRenterIInnenlandskeBanker', 'inntekt', 310],
  ['utbytteFraAksje', 'inntekt', 9_000],
  ['oppjustertTilleggTilUtbytteFraAksje', 'oppjusteringAvEierinntekter', 6_480],
  ['sumMinstefradrag', 'inntektsfradrag', 92_000],
  ['fradragForFagforeningskontingent', 'inntektsfradrag', 7_700],
  ['samletGjeld', '-', 215_000],
  ['nettoformue', '-', -166_790],
  ['heltNytt', 'nyKategori', 11],
]);

test('posts by what they are about, each with how it counts and where it stands', () => {
  const table = yearTable(tax ?? expect.fail(), 't');
  expect(table.groups.map(({ group, lines }) => [group, lines.map(({ post }) => post.ref)])).toEqual([
    ['income', ['fastland.1', 'fastland.2', 'fastland.3']],
    ['deductions', ['fastland.6']],
    ['wealth', ['fastland.0']],
    ['adjustments', ['fastland.4']],
    ['sums', ['fastland.5', 'fastland.7', 'fastland.8']],
    ['other', ['fastland.9']],
  ]);
  expect(table.groups[0]?.lines[0]).toMatchObject({
    treatment: 'include',
    trace: { kind: 'lookup', lookupId: 't', ref: 'fastland.1' },
  });
  expect(table.income).toEqual({
    counted: kroner(372_400),
    separate: kroner(310),
    excluded: null,
    undecided: kroner(9_011),
  });
  expect(table.wealth).toMatchObject({ net: kroner(-166_790), disagrees: false });
});

test('the rule version decides what counts', () => {
  const departures = [{ key: 'utbytteFraAksje', treatment: 'include' as const }];
  const { income } = yearTable(tax ?? expect.fail(), 't', departures);
  expect(income).toMatchObject({ counted: kroner(381_400), undecided: kroner(11) });
});
