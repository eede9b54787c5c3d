import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { type IsoDate, parseNorwegianDate } from '../shared/dates.ts';
import type { DebtorCase, DebtorChoices, DebtorClaim } from '../shared/garnishment/debtorCase.ts';
import { kroner } from '../shared/money.ts';
import { missingLetters } from '../shared/utlegg/letters.ts';
import type { ActContent, Trekk } from '../shared/utlegg/trekk.ts';
import type { RunningApp } from './app.ts';
import { debtor, IN_TRANSITION } from './debtors.ts';
import { answerOpenDialog, answerSaveDialog, call } from './program.ts';
import { decisionPdf } from './trekk.ts';

// What is in place before a journey of a trekk begins: done past the screens, as the same officer.

const folder = mkdtempSync(path.join(tmpdir(), 'saksbord-beforehand-'));

const date = (written: string): IsoDate => {
  const read = parseNorwegianDate(written);
  if (!read) throw new Error(`${written} is no date`);
  return read;
};

interface CaseAtHand {
  readonly caseNumber: string;
  readonly name: string;
  /** As it stands in the register, where our own trekk has it. */
  readonly reference?: string;
  readonly coordination?: DebtorChoices['coordination'];
}

/** A case of one claim, looked up and ready to be decided. */
export async function caseAtHand(page: Page, wanted: CaseAtHand): Promise<DebtorCase> {
  const { caseNumber, name, reference = '2026-1', coordination = null } = wanted;
  const made = await call(page, 'collection.create', {
    nationalId: debtor(name).nationalId,
    details: {
      caseNumber,
      legalGrounds: ['tvangsfullbyrdelsesloven-2-15'],
      purpose: 'utleggstrekk',
      language: 'nb',
      decisionDate: date(IN_TRANSITION),
      condition: { aliveAndAdult: true, debtNegotiation: false, bankruptcy: false },
    },
  });
  const on = ({ id, version }: DebtorCase) => ({ caseId: id, expectedVersion: version });
  const claimed = await call(page, 'collection.saveClaims', {
    ...on(made),
    claims: [claim(reference)],
    notices: [{ id: 'n1', claimIds: ['k1'], sentOn: date('15.10.2026'), answerBy: date('06.11.2026') }],
    answers: [],
  });
  const lived = await call(page, 'collection.saveHousehold', { ...on(claimed), household: alone(9000) });
  const looked = await call(page, 'collection.fetch', { ...on(lived), only: null });
  const { payers } = await call(page, 'collection.analyse', { caseId: looked.id });
  const trekkpliktig = payers.find(({ canBeChosen }) => canBeChosen)?.payer.id ?? null;
  const choices: DebtorChoices = { ...looked.choices, trekkpliktig, coordination };
  return call(page, 'collection.saveChoices', { ...on(looked), choices });
}

const claim = (reference: string): DebtorClaim => ({
  id: 'k1',
  type: 'eiendomsskatt',
  reference,
  dueDate: date('01.10.2026'),
  lastInstalmentDue: null,
  original: kroner(18_000),
  remaining: kroner(18_000),
  interest: kroner(0),
  costs: kroner(0),
  legalPant: 'ingen',
});

const alone = (rent: number): NonNullable<DebtorCase['household']> => ({
  adults: 'enslig',
  children: [],
  samvaer: [],
  spouseNet: null,
  commonIncome: [],
  otherNet: [],
  boutgifter: { amount: kroner(rent), source: 'husleiekontrakt' },
  extras: [],
  selfEmployed: null,
});

/** Our own trekk in the register is followed from the case. */
export async function followed(page: Page, { id }: DebtorCase): Promise<Trekk> {
  const { adoptable } = await call(page, 'trekk.ofCase', { caseId: id });
  return call(page, 'trekk.adopt', { caseId: id, utleggstrekkId: adoptable[0]?.utleggstrekkId ?? '' });
}

/** What the case leads to is begun, filled in and checked: the next thing is its letters. */
export async function checked(running: RunningApp, page: Page, { id }: DebtorCase): Promise<Trekk> {
  const begun = await call(page, 'trekk.begin', { caseId: id });
  const what = begun.act && withKid(begun.act.what);
  if (!what) throw new Error('nothing was begun');
  const broken = await call(page, 'trekk.validate', { trekkId: begun.id, what });
  const reasons = Object.fromEntries(
    broken.filter(({ level }) => level === 'warning').map(({ code }) => [code, 'Vurdert i saken']),
  );
  const filled = { ...at(begun), debtorName: 'Skyldner Skyldnersen', what, reasons };
  let trekk = await call(page, 'trekk.save', filled);
  if (what.kind === 'beslutning') {
    await answerOpenDialog(running, decisionPdf());
    trekk = (await call(page, 'trekk.pickDocument', at(trekk))).trekk ?? trekk;
  }
  return call(page, 'trekk.check', at(trekk));
}

/** The same with its letters, sent and confirmed by the authority. */
export async function sent(running: RunningApp, page: Page, debtorCase: DebtorCase): Promise<Trekk> {
  let trekk = await checked(running, page, debtorCase);
  for (const kind of missingLetters(trekk)) {
    await answerSaveDialog(running, path.join(folder, `${crypto.randomUUID()}.pdf`));
    trekk = (await call(page, 'trekk.makeLetter', { ...at(trekk), kind })).trekk ?? trekk;
  }
  const { id } = await call(page, 'trekk.confirm', at(trekk));
  const now = () => call(page, 'trekk.read', { trekkId: id });
  await expect.poll(async () => (await now()).act).toBeNull();
  return now();
}

const at = ({ id, version }: Trekk) => ({ trekkId: id, expectedVersion: version });

function withKid(what: ActContent): ActContent | null {
  switch (what.kind) {
    case 'registrer':
      return { kind: what.kind, content: { ...what.content, payment: { ...what.content.payment, kid: '12344' } } };
    case 'beslutning':
      return { kind: what.kind, content: { ...what.content, payment: { ...what.content.payment, kid: '12344' } } };
    default:
      return null;
  }
}
