import { onTestFinished } from 'vitest';
import type { Batch, BatchProgress, BatchRow, BatchTopic } from '../../shared/batch/batch.ts';
import { addDays, type Instant, type IsoDate, type Month, monthsBetween } from '../../shared/dates.ts';
import type { DebtorSource } from '../../shared/garnishment/debtorLookup.ts';
import type { NationalId } from '../../shared/identity/nationalId.ts';
import type { IncomeAnswer } from '../../shared/income/model.ts';
import { parseIncome } from '../../shared/income/parseIncome.ts';
import { type ErrorCode, failure } from '../../shared/ipc/errors.ts';
import { ok } from '../../shared/result.ts';
import { defaultSettings } from '../../shared/settings.ts';
import { delivered, taxReply } from '../cases/testKit.ts';
import type { DebtorRegisters } from '../debtors/DebtorRegisters.ts';
import { createJournal } from '../journal/Journal.ts';
import { openPersonHash } from '../journal/personHash.ts';
import type { Lookup, LookupReply } from '../skatteetaten/lookup.ts';
import type { Store } from '../storage/Store.ts';
import { memorySecrets, openTestStore, testNow, value } from '../storage/testKit.ts';
import { syntheticNumber } from '../training/identifiers.ts';
import type { RunPorts } from './BatchPorts.ts';
import { type BatchRunner, createBatchRunner } from './BatchRunner.ts';
import { type ImportPorts, importText } from './importList.ts';
import { readRows } from './readRows.ts';

/** Who is asked about, in which register; `year` for the tax basis. */
interface AskedAbout {
  readonly source: DebtorSource;
  readonly person: NationalId;
}

/** Registers that answer at once. `asked`: every question in order; `together`: how many were on their way at most. */
interface FakeRegisters extends DebtorRegisters {
  readonly asked: AskedAbout[];
  readonly together: () => number;
  /** Our error code instead of an answer; null: as usual. */
  failing: (asked: AskedAbout) => ErrorCode | null;
  /** Answers are kept back until this resolves, or the question is given up. */
  held: Promise<void>;
  newest: LookupReply<number>;
}

function fakeRegisters(): FakeRegisters {
  const asked: AskedAbout[] = [];
  let under = 0;
  let most = 0;
  const answering =
    <L extends Lookup, T>(source: DebtorSource, usual: (lookup: L) => LookupReply<T>) =>
    async (lookup: L): Promise<LookupReply<T>> => {
      const about = { source, person: lookup.personId };
      asked.push(about);
      const code = registers.failing(about);
      under += 1;
      most = Math.max(most, under);
      const givenUp = new Promise<void>((resolve) =>
        lookup.signal.addEventListener('abort', () => resolve(), { once: true }),
      );
      await Promise.race([registers.held, givenUp]);
      under -= 1;
      if (lookup.signal.aborted) return { state: 'failed', failure: failure('cancelled') };
      return code === null ? usual(lookup) : { state: 'failed', failure: failure(code) };
    };
  const registers: FakeRegisters = {
    asked,
    together: () => most,
    failing: () => null,
    held: Promise.resolve(),
    newest: delivered(2025, '{"sisteTilgjengeligePeriode":"2025"}'),
    packages: defaultSettings.packages.collection,
    tryAgain: () => {},
    income: answering('inntekt', ({ fromMonth, toMonth }) => wages(fromMonth, toMonth)),
    taxBasis: answering('skattegrunnlag', ({ year }) => taxReply(year)),
    newestYear: answering('sisteSkatteoppgjoer', () => registers.newest),
    samordnetTrekk: answering('samordnetTrekk', () => delivered(false, '{}')),
    utlegg: answering('utlegg', () => delivered({ lookupId: 'o-1', at: testNow, entries: [], unread: [] }, '{}')),
  };
  return registers;
}

/** 40 000 a month, of which 10 000 is withheld. */
function wages(from: Month, to: Month): LookupReply<IncomeAnswer> {
  const raw = JSON.stringify({
    oppgaveInntektsmottaker: monthsBetween(from, to).map((kalendermaaned) => ({
      kalendermaaned,
      opplysningspliktigId: '811094242',
      inntekt: [{ beloep: 40_000, fordel: 'kontantytelse', loennsinntekt: { beskrivelse: 'fastloenn' } }],
      forskuddstrekk: [{ beskrivelse: 'forskuddstrekk', beloep: -10_000 }],
    })),
  });
  return delivered(value(parseIncome(JSON.parse(raw))), raw);
}

export interface TestDesk extends ImportPorts, RunPorts {
  readonly registers: FakeRegisters;
  readonly told: BatchProgress[];
  setNow(instant: string): void;
}

/** An innkrevingsdesk on a store, at 21 November 2026 until the test says otherwise. */
export async function openBatchDesk(given?: Store): Promise<TestDesk> {
  const store = given ?? (await openTestStore());
  let at = testNow;
  const now = () => at;
  const told: BatchProgress[] = [];
  const ports: RunPorts & { registers: FakeRegisters } = {
    store,
    journal: createJournal(store, value(await openPersonHash(memorySecrets())), now),
    environment: 'training',
    actor: () => ({ userName: 'Ivar', role: 'collection' }),
    now,
    registers: fakeRegisters(),
    notify: (_batchId, progress) => void told.push(progress),
  };
  const runner: BatchRunner = createBatchRunner(ports);
  onTestFinished(() => runner.idle());
  return {
    ...ports,
    runner,
    told,
    pickFile: async () => ok(null),
    setNow: (instant) => {
      at = instant as Instant;
    },
  };
}

/** Synthetic numbers of so many people, each born on a day of their own. */
export function people(count: number): string[] {
  const found: string[] = [];
  for (let days = 0; found.length < count; days += 1) {
    const number = syntheticNumber(addDays('1950-01-01' as IsoDate, days), 100 + (days % 400));
    if (number !== null) found.push(number);
  }
  return found;
}

/** A list with headings: case 2026/1, 2026/2 …, a person each, all for utleggstrekk. */
export const listOf = (numbers: readonly string[]): string =>
  ['Saksnr;Fødselsnr;Formål', ...numbers.map((number, index) => `2026/${index + 1};${number};utleggstrekk`)].join('\n');

/** Keeps a list as pasted. */
export async function imported(desk: ImportPorts, text: string): Promise<Batch> {
  const answer = value(await importText(desk, { text, name: null }));
  if (answer.state !== 'imported') throw new Error(answer.state);
  return answer.batch;
}

/** Runs to its end, or until nothing more happens. */
export async function run(desk: TestDesk, batchId: string, topics: readonly BatchTopic[]): Promise<void> {
  value(await desk.runner.start(batchId, topics));
  await desk.runner.idle();
}

const everyRow = { show: 'all', text: '', sort: { column: 'line', descending: false } } as const;

/** Every row of a batch as the window sees it. */
export async function rowsOf(desk: ImportPorts, batchId: string): Promise<BatchRow[]> {
  return value(await readRows(desk, { batchId, view: everyRow, offset: 0, limit: 100_000 })).rows;
}
