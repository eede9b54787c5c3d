import type { DebtorCase, DebtorDetails } from '../../shared/garnishment/debtorCase.ts';
import { ok } from '../../shared/result.ts';
import { defaultSettings } from '../../shared/settings.ts';
import { parseOverview } from '../../shared/utlegg/parseOverview.ts';
import { anna, date, delivered, fakeRegisters, openDesk, type TestDesk } from '../cases/testKit.ts';
import { readJournal } from '../storage/journal.ts';
import { value } from '../storage/testKit.ts';
import { createDebtor } from './createDebtor.ts';
import type { DebtorPorts } from './DebtorPorts.ts';
import type { DebtorRegisters } from './DebtorRegisters.ts';

/** The municipality of the tests. */
const OWN = '974761076';

/** A collection desk on a real encrypted store of its own, at 21 November 2026 until the test says otherwise. */
export async function openDebtorDesk(): Promise<DebtorPorts & TestDesk> {
  const desk = await openDesk();
  return { ...desk, actor: () => ({ userName: 'Ivar', role: 'collection' }), organisationNumber: () => OWN };
}

export const details = (changes: Partial<DebtorDetails> = {}): DebtorDetails => ({
  caseNumber: '2026/417',
  legalGrounds: ['tvangsfullbyrdelsesloven-5-7', 'tvangsfullbyrdelsesloven-2-15'],
  purpose: 'utleggstrekk',
  language: 'nb',
  decisionDate: date('2026-11-23'),
  condition: { aliveAndAdult: null, debtNegotiation: null, bankruptcy: null },
  ...changes,
});

/** A case about Anna. */
export const debtorCaseOf = async (desk: DebtorPorts, changes: Partial<DebtorDetails> = {}): Promise<DebtorCase> =>
  value(await createDebtor(desk, { details: details(changes), nationalId: anna }));

/** The case as the window has seen it. */
export const seen = ({ id, version }: DebtorCase) => ({ caseId: id, expectedVersion: version });

/** An answer of utleggsdatabasen about Anna. */
export function utleggReply(...utlegg: object[]) {
  const raw = JSON.stringify({
    personidentifikator: anna,
    oppslagId: '0f7c2a1e-6a1b-4f55-8a57-2d5b1f0d9c01',
    oppslagstidspunkt: '2026-11-21T10:00:00+01:00',
    antallUTT: utlegg.length,
    antallITU: 0,
    utlegg,
  });
  return delivered(value(parseOverview(JSON.parse(raw), anna)), raw);
}

/** Registers that answer at once, except where the test says otherwise; `asked` is every question in order. */
export function fakeDebtorRegisters(
  answers: Partial<Omit<DebtorRegisters, 'packages' | 'tryAgain'>> = {},
): DebtorRegisters & { readonly asked: string[] } {
  const registers = fakeRegisters(answers);
  const { asked } = registers;
  return {
    ...registers,
    packages: defaultSettings.packages.collection,
    samordnetTrekk: async (lookup) => {
      asked.push(`samordnetTrekk ${lookup.personId}`);
      return answers.samordnetTrekk
        ? answers.samordnetTrekk(lookup)
        : delivered(false, '{"harEllerHarHattTrekkEtterNyttRegelverk":false}');
    },
    utlegg: async (lookup) => {
      asked.push(`utlegg ${lookup.personId}`);
      return answers.utlegg ? answers.utlegg(lookup) : utleggReply();
    },
  };
}

/** Every row of the journal, the newest first. */
export const journalRows = async ({ store }: DebtorPorts) =>
  value(
    await store.read(async (db) =>
      ok(
        await readJournal(db, { text: '', personHash: null, roles: null, from: null, to: null, offset: 0, limit: 99 }),
      ),
    ),
  ).rows;
