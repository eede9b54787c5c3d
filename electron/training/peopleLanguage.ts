import { addMonths, type IsoDate, type Month, monthsBetween } from '../../shared/dates.ts';
import type { Target } from './faults.ts';
import { organisationNumber, syntheticDNumber, syntheticNumber } from './identifiers.ts';
import type { Utlegg } from './utleggLanguage.ts';

/** A synthetic person and what the registers hold about them. */
export interface Person {
  readonly nationalId: string;
  readonly birthDate: string;
  readonly name: string;
  /** One sentence each: what this person is here to show. */
  readonly shows: string;
  readonly shows_nn: string;
  /** Whose practice they are made for. */
  readonly desk: 'housing' | 'collection';
  readonly pay: readonly Pay[];
  readonly years: readonly TaxYear[];
  /** Null: not protected. */
  readonly shielding: Shielding | null;
  /** Has a valid number, but the register has never heard of it. */
  readonly isUnknown: boolean;
  /** Has, or has had, a trekk under the new rules. */
  readonly isUnderNewRules: boolean;
  /** What utleggsdatabasen holds on them, in the order it is shown. */
  readonly utlegg: readonly Utlegg[];
  /** Services that never answer about them. */
  readonly unanswered: readonly Target[];
}

/** How the answer of a protected person looks (skatteetaten-apis.md 9): entries without content, no entries at all, or only the employers removed. */
export type Shielding = 'entries without content' | 'no entries' | 'without employers';

/** Who pays. */
export interface Payer {
  readonly number: string;
  readonly name: string;
}

/** A payer with a synthetic organisation number from its first eight digits. */
export const payer = (eightDigits: string, name: string): Payer => ({ number: organisationNumber(eightDigits), name });

// ---- months ----------------------------------------------------------------------------------------------------------------------------

/** Months, given the newest one that can have been reported: the month before this one. */
export type Span = (newest: Month) => readonly Month[];

/** The newest months, that many. */
export const last =
  (count: number): Span =>
  (newest) =>
    monthsBetween(addMonths(newest, 1 - count), newest);

/** The month that is so many months older than the newest. */
export const ago =
  (months: number): Span =>
  (newest) => [addMonths(newest, -months)];

/** All months from one span's first to another's last. */
export const since =
  (first: Span, lastSpan: Span): Span =>
  (newest) =>
    monthsBetween(first(newest)[0] ?? newest, lastSpan(newest).at(-1) ?? newest);

/** Fixed months: `from('2025-11').to('2026-06')`, both included. */
export const from = (first: string): { to: (final: string) => Span } => ({
  to: (final) => () => monthsBetween(first as Month, final as Month),
});

/** One fixed month. */
export const inMonth = (month: string): Span => from(month).to(month);

/** Of a span, the months of the year that are named: `only([6], last(36))` is every June. */
export const only =
  (monthsOfYear: readonly number[], span: Span): Span =>
  (newest) =>
    span(newest).filter((month) => monthsOfYear.includes(Number(month.slice(5))));

// ---- what is paid ----------------------------------------------------------------------------------------------------------------------

type Json = Readonly<Record<string, unknown>>;

/** One line of a report: an income, tax withheld, or a deduction, as the API spells it. */
export type Line = { readonly inntekt: Json } | { readonly forskuddstrekk: Json } | { readonly fradrag: Json };

/** A payer's reports: the same lines each month of the span. */
export interface Pay {
  readonly kind: 'pay';
  readonly payer: Payer;
  readonly span: Span;
  readonly lines: readonly Line[];
  /** Day of the following month on which it is reported; the deadline is the 5th. */
  readonly reportedOnDay: number;
}

/** A payer reports these lines, each month of the span. */
export const pay = (by: Payer, span: Span, ...lines: Line[]): Pay => ({
  kind: 'pay',
  payer: by,
  span,
  lines,
  reportedOnDay: 5,
});

/** A payer that is late: reports on that day of the following month. */
export const latePay = (reportedOnDay: number, by: Payer, span: Span, ...lines: Line[]): Pay => ({
  ...pay(by, span, ...lines),
  reportedOnDay,
});

const taxable = { fordel: 'kontantytelse', inngaarIGrunnlagForTrekk: true };
const asWage = { ...taxable, utloeserArbeidsgiveravgift: true };

/** A line exactly as written, for what the words below do not cover. */
export const raw = (inntekt: Json): Line => ({ inntekt });

/** Wages of a kind (`loennsinntekt.beskrivelse`), kroner. `detail` goes into loennsinntekt. */
export const salary = (beskrivelse: string, beloep: number, detail: Json = {}): Line =>
  raw({ beloep, ...asWage, loennsinntekt: { beskrivelse, ...detail } });

/** Fixed monthly wage. */
export const wage = (beloep: number): Line => salary('fastloenn', beloep);

/** Hourly wage with the number of hours; the API delivers hours as a number or as text. */
export const hourly = (beloep: number, antall: number | string): Line => salary('timeloenn', beloep, { antall });

/** Holiday pay. */
export const holidayPay = (beloep: number): Line => salary('feriepenger', beloep);

/** A public benefit (`ytelseFraOffentlige.beskrivelse`). */
export const benefit = (beskrivelse: string, beloep: number, detail: Json = {}): Line =>
  raw({ beloep, ...taxable, ytelseFraOffentlige: { beskrivelse, ...detail } });

/** A pension (`pensjonEllerTrygd.beskrivelse`). */
export const pension = (beskrivelse: string, beloep: number, detail: Json = {}): Line =>
  raw({ beloep, ...taxable, pensjonEllerTrygd: { beskrivelse, ...detail } });

/** Trade income (`naeringsinntekt.beskrivelse`). */
export const trade = (beskrivelse: string, beloep: number): Line =>
  raw({ beloep, ...taxable, naeringsinntekt: { beskrivelse } });

/** A benefit in kind. */
export const inKind = (beskrivelse: string, beloep: number, detail: Json = {}): Line =>
  raw({ beloep, ...asWage, fordel: 'naturalytelse', loennsinntekt: { beskrivelse, ...detail } });

/** Expenses covered, outside the withholding. */
export const expenses = (beskrivelse: string, beloep: number, detail: Json = {}): Line =>
  raw({
    beloep,
    fordel: 'utgiftsgodtgjoerelse',
    inngaarIGrunnlagForTrekk: false,
    utloeserArbeidsgiveravgift: false,
    loennsinntekt: { beskrivelse, ...detail },
  });

/** Tax withheld: delivered as a negative amount. */
export const withheld = (beloep: number, beskrivelse = ''): Line => ({
  forskuddstrekk: { beskrivelse, beloep: -beloep },
});

/** A deduction before tax, for example `premieTilPensjonsordninger`. */
export const deducted = (beskrivelse: string, beloep: number): Line => ({ fradrag: { beskrivelse, beloep: -beloep } });

// ---- the tax year ----------------------------------------------------------------------------------------------------------------------

/** One post of a tax settlement, whole kroner. */
export interface Post {
  readonly tekniskNavn: string;
  readonly beloep: number | string;
  readonly kategori: string | readonly string[];
  readonly spesifisering?: readonly Json[];
  readonly andelSkattefritt?: number;
  readonly andelOverfoertFraBarn?: number;
}

/** A year's settlement, or the fact that it has been withdrawn (410). */
export interface TaxYear {
  readonly kind: 'year';
  readonly year: number;
  readonly content: 'withdrawn' | Settlement;
}

/** What a settlement delivers beyond person, year and stage. */
export interface Settlement {
  readonly skatteoppgjoersdato: string;
  readonly grunnlag: readonly Post[];
  readonly svalbardGrunnlag?: readonly Post[];
  readonly kildeskattPaaLoennGrunnlag?: readonly Post[];
  /** What the time of the last update is called; the second name is the retired API's. */
  readonly timestampMember?: 'ajourholdstidspunkt' | 'registreringstidspunkt';
  /** Members that the API may add without notice. */
  readonly other?: Json;
}

const post =
  (kategori: string) =>
  (tekniskNavn: string, beloep: number, ...spesifisering: Json[]): Post => ({
    tekniskNavn,
    beloep,
    kategori,
    ...(spesifisering.length > 0 ? { spesifisering } : {}),
  });

/** Posts by category; `total` has the category `-` and must not be added to the others. */
export const income = post('inntekt');
export const deduction = post('inntektsfradrag');
export const wealth = post('formue');
export const debt = post('formuesfradrag');
export const total = post('-');

/** A settlement of a year. */
export const settled = (year: number, skatteoppgjoersdato: string, ...grunnlag: Post[]): TaxYear => ({
  kind: 'year',
  year,
  content: { skatteoppgjoersdato, grunnlag },
});

/** A settlement with more than mainland posts. */
export const settledWith = (year: number, content: Settlement): TaxYear => ({ kind: 'year', year, content });

/** A settlement that existed once and has been deleted. */
export const withdrawn = (year: number): TaxYear => ({ kind: 'year', year, content: 'withdrawn' });

/** A wage in the year, specified by employer. */
export const wages = (...byPayer: readonly (readonly [Payer, number])[]): Post =>
  income(
    'samletLoennsinntektMedTrygdeavgiftspliktOgMedTrekkplikt',
    byPayer.reduce((sum, [, beloep]) => sum + beloep, 0),
    ...byPayer.map(([{ name, number }, beloep]) => ({
      type: 'LoennOgTilsvarendeYtelser',
      arbeidsgiversNavn: name,
      organisasjonsnummer: number,
      beloep,
    })),
  );

/** Where most people have their account. */
export const BANK = payer('31580021', 'STILLE FJELL SPAREBANK');

/** Money in the bank, with the account it stands on. */
export const deposits = (innskudd: number, kontonummer: string): Post =>
  wealth('innskudd', innskudd, {
    type: 'Konto',
    bankensNavn: BANK.name,
    organisasjonsnummer: BANK.number,
    kontonummer,
    innskudd,
  });

/** A loan in a bank, with its account. */
export const bankLoan = (gjeld: number, kontonummer: string): Post =>
  debt('gjeldIInnenlandskeBanker', gjeld, {
    type: 'Konto',
    bankensNavn: BANK.name,
    organisasjonsnummer: BANK.number,
    kontonummer,
    gjeld,
  });

/** A car, with its plate. */
export const car = (formuesverdi: number, fabrikatnavn: string, registreringsnummer: string, year: number): Post =>
  wealth('formuesverdiForKjoeretoey', formuesverdi, {
    type: 'Kjoeretoey',
    registreringsnummer,
    fabrikatnavn,
    aarForFoerstegangsregistrering: String(year),
    formuesverdi,
  });

/** Gross wealth, debt and net wealth: the totals that belong to posts of wealth and debt. */
export const balance = (bruttoformue: number, samletGjeld: number): Post[] => [
  total('bruttoformue', bruttoformue),
  total('samletGjeld', samletGjeld),
  total('nettoformue', bruttoformue - samletGjeld),
];

// ---- the person ------------------------------------------------------------------------------------------------------------------------

/** The person is protected, and answers look like this. */
export const shielded = (shielding: Shielding): { readonly kind: 'shielded'; readonly shielding: Shielding } => ({
  kind: 'shielded',
  shielding,
});

/** The register has never heard of the number. */
export const unknownNumber = { kind: 'unknown' } as const;

/** Has, or has had, a trekk under the new rules: what «oppslag samordnet trekk» answers. */
export const underNewRules = { kind: 'underNewRules' } as const;

/** The service is down whenever it is asked about this person. */
export const unanswered = (by: Target): { readonly kind: 'unanswered'; readonly by: Target } => ({
  kind: 'unanswered',
  by,
});

/** What a person is made of. */
export type Part =
  | Pay
  | TaxYear
  | ReturnType<typeof shielded>
  | typeof unknownNumber
  | typeof underNewRules
  | ReturnType<typeof unanswered>
  | Utlegg;

/**
 * A person: birth date, individual number (three digits of the national identity number), name, what they show in bokmål and nynorsk, and
 * the parts of their economy. Throws when the number would have no control digits: choose another individual number.
 */
export const person = (
  birthDate: string,
  individual: number,
  name: string,
  shows: string,
  shows_nn: string,
  ...parts: readonly Part[]
): Person => assemble(syntheticNumber(birthDate, individual), { birthDate, name, shows, shows_nn }, parts);

/** A person with a d-nummer: otherwise as `person`. */
export const dNumberPerson = (
  birthDate: string,
  individual: number,
  name: string,
  shows: string,
  shows_nn: string,
  ...parts: readonly Part[]
): Person => assemble(syntheticDNumber(birthDate, individual), { birthDate, name, shows, shows_nn }, parts);

function assemble(
  nationalId: string | null,
  facts: Pick<Person, 'birthDate' | 'name' | 'shows' | 'shows_nn'>,
  parts: readonly Part[],
): Person {
  if (nationalId === null) throw new RangeError(`${facts.name}: choose another individual number`);
  return {
    nationalId,
    ...facts,
    desk: 'housing',
    pay: parts.filter((part) => part.kind === 'pay'),
    years: parts.filter((part) => part.kind === 'year'),
    shielding: parts.find((part) => part.kind === 'shielded')?.shielding ?? null,
    isUnknown: parts.some((part) => part.kind === 'unknown'),
    isUnderNewRules: parts.some((part) => part.kind === 'underNewRules'),
    utlegg: parts.filter(
      (part) => part.kind === 'trekk' || part.kind === 'newKindTrekk' || part.kind === 'intetTilUtlegg',
    ),
    unanswered: parts.filter((part) => part.kind === 'unanswered').map(({ by }) => by),
  };
}

/** A month's report from one payer, as the Inntekt API delivers it (skatteetaten-apis.md 4.4), without the person. */
export interface Report {
  readonly kalendermaaned: Month;
  readonly opplysningspliktigId: string;
  readonly virksomhetId: string;
  readonly inntekt: readonly Json[];
  readonly forskuddstrekk: readonly Json[];
  readonly fradrag: readonly Json[];
}

/** What has been reported about a person by a day, oldest month first. */
export function reportsBy({ pay: pays }: Person, today: IsoDate): Report[] {
  const thisMonth = today.slice(0, 7) as Month;
  const newest = addMonths(thisMonth, -1);
  const isReported = (month: Month, day: number): boolean =>
    `${addMonths(month, 1)}-${String(day).padStart(2, '0')}` <= today;
  return pays
    .flatMap(({ payer: { number }, span, lines, reportedOnDay }) =>
      span(newest)
        .filter((month) => isReported(month, reportedOnDay))
        .map((kalendermaaned) => ({
          kalendermaaned,
          opplysningspliktigId: number,
          virksomhetId: number,
          inntekt: lines.flatMap((line) => ('inntekt' in line ? [line.inntekt] : [])),
          forskuddstrekk: lines.flatMap((line) => ('forskuddstrekk' in line ? [line.forskuddstrekk] : [])),
          fradrag: lines.flatMap((line) => ('fradrag' in line ? [line.fradrag] : [])),
        })),
    )
    .sort((a, b) => a.kalendermaaned.localeCompare(b.kalendermaaned));
}
