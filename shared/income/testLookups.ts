import type { Instant, Month } from '../dates.ts';
import type { Lookup } from './model.ts';
import { parseIncome } from './parseIncome.ts';
import { parseTax } from './parseTax.ts';

const plain: Lookup = {
  id: 'a',
  memberId: 'anna',
  source: 'inntekt',
  fromMonth: null,
  toMonth: null,
  year: null,
  state: 'delivered',
  at: '2026-11-12T10:00:00.000Z' as Instant,
  errorCode: null,
  authorityCode: null,
  reference: null,
  income: null,
  tax: null,
  newestYear: null,
};

/** One delivered amount for a test: the entry of the Inntekt API that is wanted, in its report. */
export interface Given {
  readonly month?: string;
  readonly payer?: string;
  readonly kind?: string;
  readonly code?: string;
  readonly amount?: number | string | undefined;
  readonly fordel?: string;
  readonly withheld?: boolean;
  readonly backPay?: object;
}

/** A lookup for tests of the months given, read from JSON of the API's form. Each amount becomes a report of its own. */
export function incomeLookupOf(from: string, to: string, given: readonly Given[], over: Partial<Lookup> = {}): Lookup {
  const body = {
    oppgaveInntektsmottaker: given.map((one) => ({
      kalendermaaned: one.month,
      opplysningspliktigId: one.payer ?? '310442100',
      inntekt: [
        {
          beloep: one.amount,
          fordel: one.fordel ?? 'kontantytelse',
          inngaarIGrunnlagForTrekk: one.withheld ?? true,
          [one.kind ?? 'loennsinntekt']: {
            beskrivelse: one.code ?? 'fastloenn',
            tilleggsinformasjon: { etterbetalingsperiode: one.backPay },
          },
        },
      ],
    })),
  };
  const income = parseIncome(body);
  if (!income.ok) throw new Error('not an income answer');
  return { ...plain, fromMonth: from as Month, toMonth: to as Month, income: income.value, ...over };
}

/** A lookup for tests of a tax year: `[tekniskNavn, kategori, kroner]`. */
export function taxLookupOf(
  year: number,
  posts: readonly (readonly [string, string, number | string | undefined])[],
  over: Partial<Lookup> = {},
): Lookup {
  const grunnlag = posts.map(([tekniskNavn, kategori, beloep]) => ({ tekniskNavn, kategori, beloep }));
  const tax = parseTax({ inntektsaar: String(year), grunnlag });
  if (!tax.ok) throw new Error('not a tax answer');
  return { ...plain, id: 't', source: 'skattegrunnlag', year, tax: tax.value, ...over };
}

/** The quickest of five runs in milliseconds: what the code costs, not what else the machine was doing. */
export function quickest(run: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const start = Date.now();
    run();
    return Date.now() - start;
  });
  return Math.min(...times);
}
