import { type Instant, type IsoDate, type Month, osloDate } from '../../shared/dates.ts';
import type { CaseFile } from '../../shared/housing/caseFile.ts';
import type { NationalId } from '../../shared/identity/nationalId.ts';
import { parseIncome } from '../../shared/income/parseIncome.ts';
import { parseTax } from '../../shared/income/parseTax.ts';
import type { CaseDetails, MemberInput } from '../../shared/ipc/housingCalls.ts';
import { ok } from '../../shared/result.ts';
import { defaultSettings } from '../../shared/settings.ts';
import { createJournal } from '../journal/Journal.ts';
import { openPersonHash } from '../journal/personHash.ts';
import type { LookupReply } from '../skatteetaten/lookup.ts';
import { deleteExpiredRaw } from '../storage/lookups.ts';
import { memorySecrets, openTestStore, testNow, value } from '../storage/testKit.ts';
import type { CasePorts } from './CasePorts.ts';
import { createCase } from './createCase.ts';
import type { Registers } from './Registers.ts';
import { saveHousehold } from './saveHousehold.ts';

/** Published synthetic people (fagregler.md 4.4). */
export const [anna, bo, cato] = ['25851449852', '06882949409', '18926094870'] as [NationalId, NationalId, NationalId];

export const date = (text: string) => text as IsoDate;
export const month = (text: string) => text as Month;

export interface TestDesk extends CasePorts {
  /** Sets the clock. */
  setNow(instant: string): void;
}

/** A housing desk on a real encrypted store of its own, at 21 November 2026 until the test says otherwise. */
export async function openDesk(): Promise<TestDesk> {
  const store = await openTestStore();
  let at = testNow;
  const now = () => at;
  return {
    store,
    journal: createJournal(store, value(await openPersonHash(memorySecrets())), now),
    environment: 'training',
    actor: () => ({ userName: 'Kari', role: 'housing' }),
    now,
    setNow: (instant) => {
      at = instant as Instant;
    },
  };
}

export const details = (changes: Partial<CaseDetails> = {}): CaseDetails => ({
  caseNumber: '2026/1042',
  legalGround: 'boligsosialloven-9',
  purpose: 'kommunal-bolig',
  language: 'nb',
  decisionDate: date('2026-11-21'),
  informedHow: 'samtale',
  informedOn: date('2026-11-20'),
  ...changes,
});

export const member = (nationalId: string | null, changes: Partial<MemberInput> = {}): MemberInput => ({
  id: null,
  role: 'soeker',
  birthDate: date('1985-03-04'),
  nationalId,
  lookUp: nationalId !== null,
  countsInSize: true,
  manualPosts: [],
  ...changes,
});

/** A case with these members. */
export async function caseWith(desk: CasePorts, ...members: readonly MemberInput[]): Promise<CaseFile> {
  const made = value(await createCase(desk, details()));
  return value(await saveHousehold(desk, { ...seen(made), members: [...members] }));
}

/** The case as the window has seen it. */
export const seen = ({ id, version }: CaseFile) => ({ caseId: id, expectedVersion: version });

/** What to fetch when the test does not care. */
export const wanted = {
  fromMonth: month('2025-11'),
  toMonth: month('2026-10'),
  years: [2025],
  only: null,
} as const;

/** An answer of the Inntekt API: the same wage every month. */
export function incomeReply(
  amount: number,
  months: readonly string[] = ['2026-09', '2026-10'],
  opplysningspliktigId = '811094242',
) {
  const raw = JSON.stringify({
    oppgaveInntektsmottaker: months.map((kalendermaaned) => ({
      kalendermaaned,
      opplysningspliktigId,
      virksomhetId: '991825827',
      inntektsmottaker: { personidentifikator: anna },
      inntekt: [
        { beloep: amount, fordel: 'kontantytelse', loennsinntekt: { beskrivelse: 'fastloenn', antall: 1 } },
        { beloep: 100.5, fordel: 'kontantytelse', loennsinntekt: { beskrivelse: 'bonus' }, ukjentFelt: { dypt: true } },
      ],
      forskuddstrekk: [{ beskrivelse: 'forskuddstrekk', beloep: -9000 }],
    })),
  });
  return delivered(value(parseIncome(JSON.parse(raw))), raw);
}

/** An answer of Summert skattegrunnlag. */
export function taxReply(year: number) {
  const raw = JSON.stringify({
    personidentifikator: anna,
    inntektsaar: String(year),
    skjermet: false,
    grunnlag: [
      { tekniskNavn: 'samletLoennsinntektMedTrygdeavgiftspliktOgMedTrekkplikt', beloep: 480_000, kategori: 'inntekt' },
      {
        tekniskNavn: 'innskudd',
        beloep: 12_000,
        kategori: 'formue',
        spesifisering: [{ type: 'Konto', bankensNavn: 'Banken', innskudd: 12_000 }],
      },
    ],
  });
  return delivered(value(parseTax(JSON.parse(raw))), raw);
}

export const delivered = <T>(answer: T, raw: string): LookupReply<T> => ({
  state: 'delivered',
  answer,
  raw,
  correlationId: '5b0f5c1e-7a3e-4f0d-9d0a-3f1c2a6b7e90',
});

/** Registers that answer at once, except where the test says otherwise; `asked` is every question in order. */
export function fakeRegisters(
  answers: Partial<Pick<Registers, 'income' | 'taxBasis' | 'newestYear'>> = {},
): Registers & { readonly asked: string[]; readonly tries: number[] } {
  const asked: string[] = [];
  /** How many questions had been asked each time somebody tried again. */
  const tries: number[] = [];
  const { income, taxBasis, newestYear } = answers;
  return {
    asked,
    tries,
    tryAgain: () => tries.push(asked.length),
    packages: defaultSettings.packages.housing,
    income: async (lookup) => {
      asked.push(`inntekt ${lookup.personId} ${lookup.fromMonth} ${lookup.toMonth}`);
      return income ? income(lookup) : incomeReply(40_000);
    },
    taxBasis: async (lookup) => {
      asked.push(`skattegrunnlag ${lookup.personId} ${lookup.year}`);
      return taxBasis ? taxBasis(lookup) : taxReply(lookup.year);
    },
    newestYear: async (lookup) => {
      asked.push(`sisteSkatteoppgjoer ${lookup.personId}`);
      return newestYear ? newestYear(lookup) : delivered(2025, '{"sisteTilgjengeligePeriode":"2025"}');
    },
  };
}

/** What the program does at start: removes raw answers whose time is over. */
export const forgetExpired = ({ store, now }: CasePorts) =>
  store.write(async (db) => ok(await deleteExpiredRaw(db, osloDate(now()))));
