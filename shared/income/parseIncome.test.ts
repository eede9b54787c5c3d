import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kroner, oere, sum } from '../money.ts';
import { classifyMonth } from './classify.ts';
import type { IncomeAnswer } from './model.ts';
import { IncomeAnswer as Schema } from './model.ts';
import { parseIncome } from './parseIncome.ts';
import { quickest } from './testLookups.ts';

/** The composed sample of skatteetaten-apis.md 11. */
const sample = {
  oppgaveInntektsmottaker: [
    {
      kalendermaaned: '2025-09',
      opplysningspliktigId: '310442100',
      virksomhetId: '310442119',
      inntektsmottaker: { personidentifikator: '14838740066' },
      inntekt: [
        {
          beloep: 31250,
          fordel: 'kontantytelse',
          inngaarIGrunnlagForTrekk: true,
          utloeserArbeidsgiveravgift: true,
          loennsinntekt: { beskrivelse: 'timeloenn', antall: 125 },
        },
        {
          beloep: -1840.5,
          fordel: 'kontantytelse',
          inngaarIGrunnlagForTrekk: true,
          utloeserArbeidsgiveravgift: true,
          loennsinntekt: { beskrivelse: 'trekkILoennForFerie' },
        },
      ],
      forskuddstrekk: [{ beskrivelse: '', beloep: -8200 }],
    },
    {
      kalendermaaned: '2025-09',
      opplysningspliktigId: '213554719',
      inntektsmottaker: { personidentifikator: '14838740066' },
      inntekt: [
        {
          beloep: 6400,
          fordel: 'kontantytelse',
          inngaarIGrunnlagForTrekk: true,
          ytelseFraOffentlige: { beskrivelse: 'sykepenger' },
        },
      ],
    },
  ],
};

function read(body: unknown): IncomeAnswer {
  const result = parseIncome(body);
  if (!result.ok) throw new Error('expected an income answer');
  return result.value;
}

/** An answer with one entry in September 2025. */
const one = (entry: unknown, report: object = {}) =>
  read({ oppgaveInntektsmottaker: [{ kalendermaaned: '2025-09', inntekt: [entry], ...report }] });

test('the sample of the reference', () => {
  const answer = read(sample);
  expect(answer.entries).toHaveLength(3);
  expect(answer.entries[0]).toEqual({
    ref: '0.0',
    month: '2025-09',
    payerId: '310442100',
    subUnitId: '310442119',
    kind: 'loennsinntekt',
    code: 'timeloenn',
    amount: kroner(31_250),
    fordel: 'kontantytelse',
    subjectToWithholding: true,
    quantity: 125,
    backPay: null,
  });
  expect(answer.entries[1]).toMatchObject({ ref: '0.1', amount: -184_050, code: 'trekkILoennForFerie' });
  expect(answer.entries[2]).toMatchObject({ ref: '1.0', kind: 'ytelseFraOffentlige', subUnitId: null });
  expect(answer.withholding).toEqual([
    { ref: '0.forskuddstrekk.0', month: '2025-09', payerId: '310442100', code: null, amount: kroner(-8_200) },
  ]);
  expect(answer).toMatchObject({ deductions: [], shielded: false, unread: [] });
  expect(Schema.safeParse(answer).success).toBe(true);
});

describe('tolerant', () => {
  test('unknown fields, everything optional, numbers as text', () => {
    const answer = one({
      beloep: ' 6400.5 ',
      nyttFelt: { dypt: [1, 2] },
      inngaarIGrunnlagForTrekk: 'false',
      fordel: '',
      loennsinntekt: { beskrivelse: 'timeloenn', antall: '37,5', nytt: true },
    });
    expect(answer.entries[0]).toMatchObject({
      amount: 640_050,
      fordel: null,
      subjectToWithholding: false,
      quantity: 37.5,
    });
    expect(answer.unread).toEqual([]);
  });

  test('a report and an entry with nothing in them', () => {
    expect(read({ oppgaveInntektsmottaker: [{}] })).toMatchObject({ entries: [], unread: [] });
    expect(one({ pensjonEllerTrygd: {} }).entries[0]).toMatchObject({
      kind: 'pensjonEllerTrygd',
      code: null,
      amount: null,
      payerId: null,
    });
  });

  test('a payer id delivered as a number', () => {
    expect(one({ loennsinntekt: {} }, { opplysningspliktigId: 310442100 }).entries[0]?.payerId).toBe('310442100');
  });

  test.each([
    ['omsorgspengerTiLDagmamma', 'omsorgspengerTilDagmamma'],
    ['pleiepengerTilJordPgSkogbrukere', 'pleiepengerTilJordOgSkogbrukere'],
  ])('the misspelling %s becomes the code', (delivered, code) => {
    const entry = one({ beloep: 1, naeringsinntekt: { beskrivelse: delivered } }).entries[0];
    expect(entry?.code).toBe(code);
  });

  test('back-pay with its period, and with half of it', () => {
    const backPay = (etterbetalingsperiode: unknown) =>
      one({ beloep: 1, ytelseFraOffentlige: { tilleggsinformasjon: { etterbetalingsperiode } } }).entries[0]?.backPay;
    expect(backPay({ startdato: '2025-01-01', sluttdato: '2025-06-30' })).toEqual({
      from: '2025-01-01',
      to: '2025-06-30',
    });
    expect(backPay({ startdato: '2025-02-30' })).toEqual({ from: null, to: null });
    expect(backPay(undefined)).toBeNull();
  });

  test('fradrag is kept apart from income', () => {
    const answer = one(
      { beloep: 1, loennsinntekt: { beskrivelse: 'fastloenn' } },
      { fradrag: [{ beskrivelse: 'premieTilPensjonsordninger', beloep: '640.00' }] },
    );
    expect(answer.deductions).toEqual([
      {
        ref: '0.fradrag.0',
        month: '2025-09',
        payerId: null,
        code: 'premieTilPensjonsordninger',
        amount: kroner(640),
      },
    ]);
  });
});

describe('strict about meaning', () => {
  const wage = (beloep: unknown) => one({ beloep, loennsinntekt: { beskrivelse: 'fastloenn' } });

  test.each([[undefined], [null], [''], ['  ']])('no amount (%j) is null, not zero and not an error', (beloep) => {
    const answer = wage(beloep);
    expect(answer.entries[0]?.amount).toBeNull();
    expect(answer.unread).toEqual([]);
  });

  test('zero is zero', () => {
    expect(wage(0).entries[0]?.amount).toBe(0);
    expect(wage('-0').entries[0]?.amount).toBe(0);
  });

  test.each([['1 000'], ['12,5,1'], ['NaN'], [true], [{}], [[1]], [1e21], [10_000_000_001], ['99999999999999999999']])(
    'a bad amount (%j) is named, and the entry stays without amount',
    (beloep) => {
      const answer = wage(beloep);
      expect(answer.entries).toHaveLength(1);
      expect(answer.entries[0]?.amount).toBeNull();
      expect(answer.unread).toEqual([{ ref: '0.0', why: 'bad-amount' }]);
    },
  );

  test('the largest amount there is room for', () => {
    expect(wage(10_000_000_000).entries[0]?.amount).toBe(1_000_000_000_000);
  });

  test.each([['2025-13'], ['2025'], ['september'], [''], [undefined], [202509]])(
    'a month that is none (%j) is named, and the amounts stay without month',
    (kalendermaaned) => {
      const answer = one({ beloep: 5, loennsinntekt: { beskrivelse: 'fastloenn' } }, { kalendermaaned });
      expect(answer.entries[0]).toMatchObject({ month: null, amount: kroner(5) });
      expect(answer.unread).toEqual([{ ref: '0.0', why: 'bad-month' }]);
    },
  );

  test('no kind or several kinds: the amount is kept without a kind', () => {
    expect(one({ beloep: 5 })).toMatchObject({
      entries: [{ kind: 'ukjent', code: null, amount: 500 }],
      unread: [{ ref: '0.0', why: 'no-kind' }],
    });
    const several = { beloep: 5, loennsinntekt: { beskrivelse: 'bil' }, pensjonEllerTrygd: { beskrivelse: 'bil' } };
    expect(one(several)).toMatchObject({
      entries: [{ kind: 'ukjent', code: null, amount: 500 }],
      unread: [{ ref: '0.0', why: 'several-kinds' }],
    });
    expect(one({ beloep: 5, loennsinntekt: null, pensjonEllerTrygd: { beskrivelse: 'bil' } }).unread).toEqual([]);
  });

  test('what has the wrong shape is named by its place', () => {
    const answer = read({
      oppgaveInntektsmottaker: ['<html>', { kalendermaaned: '2025-09', inntekt: { beloep: 1 } }, { inntekt: [null] }],
    });
    expect(answer.entries).toEqual([]);
    expect(answer.unread).toEqual([
      { ref: '0', why: 'bad-shape' },
      { ref: '1', why: 'bad-shape' },
      { ref: '2.0', why: 'bad-shape' },
    ]);
  });

  test('no value of the answer is in the list of unread', () => {
    const answer = one({ beloep: '14838740066-hemmelig', loennsinntekt: { antall: 'hemmelig' } });
    expect(JSON.stringify(answer.unread)).not.toContain('hemmelig');
    expect(answer.unread.map((item) => item.why).toSorted()).toEqual(['bad-amount', 'bad-shape']);
  });
});

describe('shielded and empty', () => {
  test('one protected report marks the answer; the rest is kept', () => {
    const [first, second] = sample.oppgaveInntektsmottaker;
    const answer = read({ oppgaveInntektsmottaker: [first, { ...second, skjermet: true, inntekt: undefined }] });
    expect(answer.shielded).toBe(true);
    expect(answer.entries).toHaveLength(2);
  });

  test.each([
    [{ skjermet: true }],
    [{ personidentifikator: '14838740066', skjermet: true }],
    [{ oppgaveInntektsmottaker: [{ skjermet: true }] }],
  ])('everything withheld: %j', (body) => {
    expect(read(body)).toMatchObject({ shielded: true, entries: [] });
  });

  test.each([[{}], [{ oppgaveInntektsmottaker: [] }], [{ oppgaveInntektsmottaker: null, skjermet: false }]])(
    'nothing delivered: %j',
    (body) => {
      expect(read(body)).toMatchObject({ shielded: false, entries: [], unread: [] });
    },
  );
});

test.each([
  ['<html><body>502 Bad Gateway</body></html>'],
  [''],
  [null],
  [undefined],
  [42],
  [[sample]],
  [{ kode: 'IM-001', melding: 'tekst' }],
  [{ message: 'Unauthorized' }],
  [{ oppgaveInntektsmottaker: '<html>' }],
  [{ oppgaveInntektsmottaker: { kalendermaaned: '2025-09' } }],
])('not an income answer: %j', (body) => {
  expect(parseIncome(body)).toEqual({ ok: false, error: 'not-an-income-answer' });
});

test('2023 to 2024: sick pay that is split into finer codes counts the same', () => {
  const codes = ['sykepenger', 'pleiepenger', 'feriepengerSykepenger', 'omsorgspenger', 'opplaeringspenger'];
  const treatments = codes.map((beskrivelse) => {
    const [entry] = one({ beloep: 1, fordel: 'kontantytelse', ytelseFraOffentlige: { beskrivelse } }).entries;
    return entry && classifyMonth(entry);
  });
  expect(treatments).toEqual(codes.map(() => 'include'));
});

describe('properties', () => {
  const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
  const report = fc.record({
    month: fc.constantFrom('2025-01', '2025-02', 'feil', undefined),
    amounts: fc.array(amount, { maxLength: 5 }),
  });
  const bodyOf = (reports: readonly { month: string | undefined; amounts: number[] }[], asText: boolean) => ({
    oppgaveInntektsmottaker: reports.map(({ month, amounts }) => ({
      kalendermaaned: month,
      inntekt: amounts.map((given) => ({
        beloep: asText ? (given / 100).toFixed(2) : given / 100,
        loennsinntekt: { beskrivelse: 'fastloenn' },
      })),
    })),
  });
  const total = (answer: IncomeAnswer) => sum(answer.entries.map((entry) => entry.amount ?? oere(0)));

  test('the total read is the total delivered to the øre, through JSON, in any order, as numbers or text', () => {
    fc.assert(
      fc.property(fc.array(report, { maxLength: 8 }), fc.boolean(), (reports, asText) => {
        const body: unknown = JSON.parse(JSON.stringify(bodyOf(reports, asText)));
        const delivered = reports.flatMap((given) => given.amounts).reduce((a, b) => a + b, 0);
        const answer = read(body);
        expect(total(answer)).toBe(delivered);
        expect(total(read(bodyOf(reports.toReversed(), asText)))).toBe(delivered);
        expect(new Set(answer.entries.map((entry) => entry.ref)).size).toBe(answer.entries.length);
      }),
    );
  });

  test('never throws, and what it returns always fits the model', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, other) => {
        const bodies = [
          value,
          { oppgaveInntektsmottaker: value },
          { oppgaveInntektsmottaker: [{ inntekt: [{ beloep: value, loennsinntekt: other }], forskuddstrekk: other }] },
        ];
        for (const body of bodies) {
          const result = parseIncome(body);
          if (result.ok) expect(Schema.safeParse(result.value).success).toBe(true);
        }
      }),
    );
  });
});

test('36 months × 10 employers × 3 amounts in under 50 ms', () => {
  const months = Array.from(
    { length: 36 },
    (_, i) => `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
  );
  const body = {
    oppgaveInntektsmottaker: months.flatMap((kalendermaaned) =>
      Array.from({ length: 10 }, (_, payer) => ({
        kalendermaaned,
        opplysningspliktigId: String(310_000_000 + payer),
        inntekt: ['fastloenn', 'overtidsgodtgjoerelse', 'bil'].map((beskrivelse) => ({
          beloep: 1234.56,
          fordel: 'kontantytelse',
          loennsinntekt: { beskrivelse },
        })),
      })),
    ),
  };
  expect(read(body).entries).toHaveLength(1080);
  expect(quickest(() => read(body))).toBeLessThan(50);
});
