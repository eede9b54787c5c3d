import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { EVERYONE } from '../../electron/training/everyone.ts';
import { generatePeople } from '../../electron/training/generatePeople.ts';
import type { Person } from '../../electron/training/peopleLanguage.ts';
import { addDays, type Instant, osloDate } from '../../shared/dates.ts';
import { kroner } from '../../shared/money.ts';
import type { ActKind, Trekk } from '../../shared/utlegg/trekk.ts';
import { answerOpenDialog, answerSaveDialog, call } from '../program.ts';
import { startSimulator } from '../simulator.ts';
import { trekkDesk } from '../trekk.ts';

/** An act that lacks nothing but the confirmation, and what it will be known by in the register. */
export interface Prepared {
  readonly trekkId: string;
  readonly caseNumber: string;
  readonly kind: ActKind;
  readonly nationalId: string;
  /** The trekk that a change or an ending is about. */
  readonly utleggstrekkId: string | null;
  /** The version that it makes; null for a decision. */
  readonly versjon: number | null;
  readonly document: { readonly uuid: string; readonly sha256: string } | null;
}

/** A profile and a register with acts that are ready, to be copied and used up. */
export interface Template {
  readonly profileDir: string;
  readonly registrations: string;
  readonly acts: readonly Prepared[];
}

/** How many of each kind: registering is what is done most. */
const kinds: readonly ActKind[] = [
  ...Array<ActKind>(12).fill('registrer'),
  ...Array<ActKind>(6).fill('endre'),
  ...Array<ActKind>(5).fill('avslutt'),
  ...Array<ActKind>(7).fill('beslutning'),
];

/** The people of every simulator of the campaign. */
export const peopleArgs = ['--people', '260', '--seed', '4'] as const;

const PAYER = /fast lønn\.$/;
const NEW_RULES = /fast lønn og trekk etter nytt regelverk\.$/;
const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
const KID = '6487719756';

/** Makes them through the program itself, past the screens, in a folder: set-up, cases, lookups, checks and letters are all real. */
export async function prepare(folder: string): Promise<Template> {
  mkdirSync(folder, { recursive: true });
  const registrations = path.join(folder, 'registrations.jsonl');
  const profileDir = path.join(folder, 'profile');
  const simulator = await startSimulator(...peopleArgs, '--registrations', registrations);
  const { running, page } = await trekkDesk(simulator, { profileDir });
  try {
    await answerSaveDialog(running, path.join(folder, 'brev.pdf'));
    const document = path.join(folder, 'beslutning.pdf');
    writeFileSync(document, PDF);
    await answerOpenDialog(running, document);
    const taken = new Set(EVERYONE.map(({ nationalId }) => nationalId));
    const people = generatePeople(Number(peopleArgs[1]), Number(peopleArgs[3]), taken);
    const old = people.filter(({ shows }) => PAYER.test(shows));
    const coming = people.filter(({ shows }) => NEW_RULES.test(shows));
    const acts: Prepared[] = [];
    for (const [index, kind] of kinds.entries()) {
      const person = (kind === 'beslutning' ? coming : old)[index];
      if (!person) throw new Error('there are too few people');
      acts.push(await prepareAct(page, kind, person, `2026/${index + 1}`));
    }
    return { profileDir, registrations, acts };
  } finally {
    await running.close();
    await simulator.stop();
  }
}

async function prepareAct(page: Page, kind: ActKind, person: Person, caseNumber: string): Promise<Prepared> {
  const caseId = await decidedCase(page, person, caseNumber);
  const begun = await call(page, 'trekk.begin', { caseId });
  const about = { trekkId: begun.id, caseNumber, kind, nationalId: person.nationalId };
  if (kind === 'registrer') {
    await makeReady(page, begun);
    return { ...about, utleggstrekkId: null, versjon: 1, document: null };
  }
  if (kind === 'beslutning') {
    const { trekk } = await call(page, 'trekk.pickDocument', seen(begun));
    const sha256 = createHash('sha256').update(PDF).digest('hex');
    const ready = trekk && (await makeReady(page, trekk));
    if (ready?.act?.what.kind !== 'beslutning' || !ready.act.what.content.document) throw new Error('no document');
    const { uuid } = ready.act.what.content.document;
    return { ...about, utleggstrekkId: null, versjon: null, document: { uuid, sha256 } };
  }
  const registered = await register(page, await makeReady(page, begun));
  const next =
    kind === 'endre'
      ? await call(page, 'trekk.beginChange', { ...seen(registered), reason: 'retting' })
      : await call(page, 'trekk.beginEnd', { ...seen(registered), reason: 'begjaeringTrukket' });
  await makeReady(page, next);
  return { ...about, utleggstrekkId: registered.registered?.utleggstrekkId ?? '', versjon: 2, document: null };
}

const seen = ({ id, version }: Trekk) => ({ trekkId: id, expectedVersion: version });

/** A case with everything entered and looked up, and who deducts. */
async function decidedCase(page: Page, { nationalId }: Person, caseNumber: string): Promise<string> {
  const today = osloDate(new Date().toISOString() as Instant);
  const made = await call(page, 'collection.create', {
    nationalId,
    details: {
      ...{
        caseNumber,
        legalGrounds: ['tvangsfullbyrdelsesloven-2-15'],
        purpose: 'utleggstrekk',
        language: 'nb',
        decisionDate: today,
      },
      condition: { aliveAndAdult: true, debtNegotiation: false, bankruptcy: false },
    },
  });
  const on = ({ id, version }: { id: string; version: number }) => ({ caseId: id, expectedVersion: version });
  const claimed = await call(page, 'collection.saveClaims', {
    ...on(made),
    claims: [
      {
        ...{ id: 'k', type: 'eiendomsskatt', reference: `${caseNumber}-1`, legalPant: 'ingen' },
        ...{ dueDate: addDays(today, -200), lastInstalmentDue: null },
        ...{ original: kroner(18_000), remaining: kroner(18_000), interest: kroner(312), costs: kroner(0) },
      },
    ],
    notices: [{ id: 'v', claimIds: ['k'], sentOn: addDays(today, -40), answerBy: addDays(today, -19) }],
    answers: [],
  });
  const none = { children: [], samvaer: [], spouseNet: null, commonIncome: [], otherNet: [], extras: [] };
  const boutgifter = { amount: kroner(6000), source: 'husleiekontrakt' };
  const household = { ...none, adults: 'enslig' as const, boutgifter, selfEmployed: null };
  const housed = await call(page, 'collection.saveHousehold', { ...on(claimed), household });
  const looked = await call(page, 'collection.fetch', { ...on(housed), only: null });
  const { payers } = await call(page, 'collection.analyse', { caseId: made.id });
  const trekkpliktig = payers.find(({ canBeChosen }) => canBeChosen)?.payer.id ?? null;
  await call(page, 'collection.saveChoices', { ...on(looked), choices: { ...looked.choices, trekkpliktig } });
  return made.id;
}

/** Fills in what no register tells, gives every warning a reason, checks it, and makes its letters. */
async function makeReady(page: Page, begun: Trekk): Promise<Trekk> {
  const what = begun.act?.what;
  if (!what) throw new Error('nothing has begun');
  if (what.kind === 'registrer' || what.kind === 'beslutning') what.content.payment.kid = KID;
  else what.content.explanation = 'Kravet er rettet';
  const typed = { debtorName: 'Skyldner Skyldnersen', what };
  const saved = await call(page, 'trekk.save', { ...seen(begun), ...typed, reasons: {} });
  const { violations } = await call(page, 'trekk.review', { trekkId: begun.id });
  const reasons = Object.fromEntries(violations.map(({ code }) => [code, 'Vurdert i saken']));
  const reasoned = await call(page, 'trekk.save', { ...seen(saved), ...typed, reasons });
  let trekk = await call(page, 'trekk.check', seen(reasoned));
  for (const missing of (await call(page, 'trekk.review', { trekkId: begun.id })).missing) {
    if (missing !== 'underretning' && missing !== 'trekkpaalegg' && missing !== 'opphoer') {
      throw new Error(`${what.kind} misses ${missing}: ${violations.map(({ code }) => code)}`);
    }
    trekk = (await call(page, 'trekk.makeLetter', { ...seen(trekk), kind: missing })).trekk ?? trekk;
  }
  return trekk;
}

async function register(page: Page, ready: Trekk): Promise<Trekk> {
  await call(page, 'trekk.confirm', seen(ready));
  for (;;) {
    const trekk = await call(page, 'trekk.read', { trekkId: ready.id });
    if (trekk.registered) return trekk;
    if (trekk.act?.state === 'avvist') throw new Error(JSON.stringify(trekk.act.refusal));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
