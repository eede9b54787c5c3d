import { describe, expect, it } from 'vitest';
import { maskPayers } from '../income/maskPayers.ts';
import type { Lookup } from '../income/model.ts';
import { kroner, oere } from '../money.ts';
import { date, EMPLOYER, month, paid, taxed } from './debtor.fixture.ts';
import { monthsToAsk, netIncome, newestMonth } from './netIncome.ts';
import { payerFindings, payerNames, payersOf, shownIncome, withholdingBaseOf } from './payers.ts';

const february = month('2025-02');
const march = '2025-03-10T08:00:00.000Z';
const of = (...lookups: Lookup[]) => netIncome(maskPayers(lookups), february, false);
const codes = ({ findings }: ReturnType<typeof netIncome>) => findings.map(({ code }) => code);
const line = (beloep: number | null, fordel: string | null, more: object = {}) => ({
  beloep,
  ...(fordel === null ? {} : { fordel }),
  loennsinntekt: { beskrivelse: 'annet' },
  ...more,
});
const withLines = (...inntekt: object[]) => of(paid('2025-02', march, [{ inntekt }]));

describe('net income', () => {
  it('twelve months, and the mean of the three newest complete ones, the odd øre to the debtor', () => {
    const raise = paid('2025-02', march, [
      { gross: 30_000, withheld: 9000 },
      { gross: 100, withheld: 0, payer: '213554719', months: ['2025-02'] },
    ]);
    const found = of(raise);
    expect(found.months.map(({ month: one }) => one)).toEqual(expect.arrayContaining(['2024-03', '2025-02']));
    expect(found.months).toHaveLength(12);
    expect(found.months.filter(({ used }) => used).map(({ month: one }) => one)).toEqual([
      '2024-12',
      '2025-01',
      '2025-02',
    ]);
    expect(found.mean).toEqual({ gross: oere(3_003_333), withheld: oere(900_000), net: oere(2_103_333) });
  });

  it('money counts; benefits in kind, expenses and what nobody can place are only shown', () => {
    const found = withLines(
      line(10_000, 'kontantytelse'),
      line(500, 'naturalytelse'),
      line(300, 'utgiftsgodtgjoerelse', { inngaarIGrunnlagForTrekk: false }),
      line(200, 'utgiftsgodtgjoerelse', { inngaarIGrunnlagForTrekk: true }),
      line(70, 'noeNytt'),
      { beloep: 4000, pensjonEllerTrygd: { beskrivelse: 'alderspensjon' } },
      line(-1000, 'kontantytelse', { loennsinntekt: { beskrivelse: 'trekkILoennForFerie' } }),
    );
    expect(found.months.at(-1)?.rows).toMatchObject([
      { gross: kroner(13_200), inKind: kroner(500), expenses: kroner(300), unclear: kroner(70), net: kroner(13_200) },
    ]);
    expect(codes(found)).toEqual(['income-unclear-kind']);
  });

  it('a percentage is of what is subject to withholding', () => {
    const found = withLines(
      line(10_000, 'kontantytelse'),
      line(2000, 'kontantytelse', { inngaarIGrunnlagForTrekk: false }),
    );
    expect(withholdingBaseOf(found, EMPLOYER)).toBe(kroner(10_000));
    expect(withholdingBaseOf(found, '213554719')).toBeNull();
  });

  it('tax withheld is taken off whichever sign it has, and a wrong sign is pointed out', () => {
    expect(of(paid('2025-02', march, [{ gross: 30_000, withheld: 9000 }])).mean?.net).toBe(kroner(21_000));
    const plus = of(paid('2025-02', march, [{ gross: 30_000, withheld: -9000 }]));
    expect(plus.mean?.net).toBe(kroner(21_000));
    expect(plus.findings).toEqual([
      { level: 'warning', code: 'withholding-positive', months: ['2024-12', '2025-01', '2025-02'] },
    ]);
  });

  it('a month without reports is nothing reported: it lowers the mean, and is pointed out', () => {
    const found = of(paid('2025-02', march, [{ gross: 30_000, withheld: 9000, months: ['2024-12', '2025-02'] }]));
    expect(found.mean?.net).toBe(kroner(14_000));
    expect(found.findings).toEqual([{ level: 'warning', code: 'month-without-reports', months: ['2025-01'] }]);
  });

  it('nothing reported at all is not an income of nothing, unless the income is entered by hand', () => {
    const empty = paid('2025-02', march, [], { state: 'nothing' });
    expect(of(empty)).toMatchObject({ mean: null, refusals: [{ code: 'income-nothing-reported' }] });
    expect(netIncome([empty], february, true).mean).toEqual({ gross: 0, withheld: 0, net: 0 });
  });

  it.each([
    ['failed', 'income-failed'],
    ['shielded', 'income-shielded'],
    ['unknownPerson', 'income-unknown-person'],
    ['withdrawn', 'income-withdrawn'],
    ['cancelled', 'income-not-fetched'],
  ] as const)('%s: %s', (state, code) => {
    const found = of(paid('2025-02', march, [], { state, income: null }));
    expect(found).toMatchObject({ mean: null, refusals: [{ code, months: ['2024-12', '2025-01', '2025-02'] }] });
  });

  it('never asked, and asked before the month was complete', () => {
    expect(of().refusals.map(({ code }) => code)).toEqual(['income-not-fetched']);
    const early = paid('2025-02', '2025-03-09T22:59:00.000Z', [{ gross: 30_000, withheld: 9000 }]);
    expect(of(early).refusals).toEqual([{ code: 'income-incomplete', validFrom: null, months: ['2025-02'] }]);
    // In Oslo it is the 10th.
    const inTime = paid('2025-02', '2025-03-09T23:00:00.000Z', [{ gross: 30_000, withheld: 9000 }]);
    expect(of(inTime).refusals).toEqual([]);
  });

  it('where something is withheld, an empty month is shielded, not empty', () => {
    const partly = paid('2025-02', march, [{ gross: 30_000, withheld: 9000, months: ['2024-12', '2025-02'] }], {
      state: 'partlyShielded',
    });
    expect(of(partly)).toMatchObject({ mean: null, refusals: [{ code: 'income-shielded', months: ['2025-01'] }] });
  });

  it('an amount that was not delivered, one in no month, back-pay and a negative month are pointed out', () => {
    const found = of(
      paid('2025-02', march, [
        { gross: 30_000, withheld: 9000 },
        { inntekt: [line(null, 'kontantytelse')], months: ['2025-02'] },
        {
          inntekt: [
            line(-500, 'kontantytelse', {
              loennsinntekt: {
                beskrivelse: 'annet',
                tilleggsinformasjon: { etterbetalingsperiode: { startdato: '2024-01-01' } },
              },
            }),
          ],
          payer: '213554719',
          months: ['2025-01'],
        },
      ]),
    );
    expect(codes(found)).toEqual(['income-without-amount', 'income-back-pay', 'income-negative']);
    expect(found.findings.at(-1)?.months).toEqual(['2025-01']);
  });

  it('asks for the twelve months that were complete on the day of the decision and today', () => {
    expect(monthsToAsk(date('2026-11-23'), date('2026-11-21'))).toEqual({ fromMonth: '2025-11', toMonth: '2026-10' });
    expect(newestMonth(date('2027-03-15'), date('2026-11-09'))).toBe('2026-09');
    expect(newestMonth(date('2025-03-10'), date('2026-11-21'))).toBe('2025-02');
  });
});

describe('payers', () => {
  const private_ = '14838740066';
  const names = payerNames(
    taxed(2023, [
      {
        tekniskNavn: 'samletLoennsinntektMedTrygdeavgiftspliktOgMedTrekkplikt',
        beloep: 1,
        kategori: 'inntekt',
        spesifisering: [
          {
            type: 'LoennOgTilsvarendeYtelser',
            arbeidsgiversNavn: 'RASK BLID ELG AS',
            organisasjonsnummer: EMPLOYER,
            beloep: 1,
          },
        ],
      },
    ]).tax,
  );
  const found = of(
    paid('2025-02', march, [
      { gross: 30_000, withheld: 9000 },
      { gross: 10_000, withheld: 1000, payer: private_ },
      { gross: 900, payer: '991825827', months: ['2024-05'] },
    ]),
  );

  it('those of the three months, with share and name; a private employer is masked and can’t be chosen', () => {
    expect(payersOf(found, names)).toMatchObject([
      {
        payer: { id: EMPLOYER, isOrganisation: true, name: 'RASK BLID ELG AS' },
        share: 7500,
        net: kroner(21_000),
        canBeChosen: true,
      },
      { payer: { id: '148387 *****', isOrganisation: false, name: null }, share: 2500, canBeChosen: false },
    ]);
    const shown = shownIncome(found, names);
    expect(JSON.stringify(shown)).not.toContain(private_);
    expect(shown.months.find(({ month: one }) => one === '2024-05')?.rows).toHaveLength(3);
    expect(shown.months.at(-1)).toMatchObject({ gross: kroner(40_000), withheld: kroner(10_000), net: kroner(30_000) });
  });

  it('V-31: a payer of last year is not one now; a sub-unit’s number will do', () => {
    const payers = payersOf(found, names);
    expect(payerFindings(found, payers, '991825827').map(({ code }) => code)).toEqual(['trekkpliktig-not-found']);
    expect(payerFindings(found, payers, EMPLOYER)).toEqual([]);
    const onlyPrivate = of(paid('2025-02', march, [{ gross: 10_000, payer: private_ }]));
    expect(payerFindings(onlyPrivate, payersOf(onlyPrivate, names), null).map(({ code }) => code)).toEqual([
      'trekkpliktig-not-chosen',
      'no-payer',
    ]);
  });
});
