import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { addDays, osloDate } from '../../shared/dates.ts';
import { paid, registered as registeredLookup, samordnet } from '../../shared/garnishment/debtor.fixture.ts';
import type { DebtorCase } from '../../shared/garnishment/debtorCase.ts';
import { kroner } from '../../shared/money.ts';
import { ok } from '../../shared/result.ts';
import { defaultSettings } from '../../shared/settings.ts';
import type { UtleggOverview } from '../../shared/utlegg/overview.ts';
import type { Trekk } from '../../shared/utlegg/trekk.ts';
import { anna } from '../cases/testKit.ts';
import { createDebtor } from '../debtors/createDebtor.ts';
import { saveClaims } from '../debtors/saveClaims.ts';
import { saveDebtorChoices } from '../debtors/saveDebtorChoices.ts';
import { saveDebtorHousehold } from '../debtors/saveDebtorHousehold.ts';
import { details, openDebtorDesk, seen as seenCase } from '../debtors/testKit.ts';
import { createJournal } from '../journal/Journal.ts';
import { openPersonHash } from '../journal/personHash.ts';
import { AccessToken } from '../maskinporten/AccessToken.ts';
import { Outbox } from '../outbox/Outbox.ts';
import type { OutboxPorts } from '../outbox/OutboxPorts.ts';
import { nothingHappens } from '../outbox/points.ts';
import type { Skatteetaten } from '../skatteetaten/ask.ts';
import { createHttp } from '../skatteetaten/http.ts';
import { createQueues } from '../skatteetaten/queue.ts';
import { type Answer, json, localServer, type Seen, testTime } from '../skatteetaten/testKit.ts';
import { insertDebtorLookup } from '../storage/debtorLookups.ts';
import { messagesOf } from '../storage/outbox.ts';
import { writeSetting } from '../storage/settings.ts';
import { memorySecrets, tempFolder, value } from '../storage/testKit.ts';
import { practiceCollectionSettings } from '../training/practiceCollection.ts';
import { readTrekk as readFromRegister } from '../utleggsdatabasen/readTrekk.ts';
import { tellRegister } from '../utleggsdatabasen/tellRegister.ts';
import { beginTrekk } from './beginTrekk.ts';
import { checkAct } from './checkAct.ts';
import { confirmAct } from './confirmAct.ts';
import type { ExportMovingDayPorts } from './exportMovingDay.ts';
import { type MakeLetterPorts, makeLetter } from './makeLetter.ts';
import { openTrekk } from './openTrekk.ts';
import type { PickDocumentPorts } from './pickDocument.ts';
import { reviewTrekk } from './reviewAct.ts';
import { saveAct } from './saveAct.ts';

const forever = new AbortController().signal;
const SENT = 'c0a8f0de-0000-4000-8000-000000000001';
export const PDF = Buffer.from('%PDF-1.7 en beslutning');

/** The desk with everything that registering takes, and a sender that the test drains by hand. */
export interface TrekkDesk extends PickDocumentPorts, MakeLetterPorts, ExportMovingDayPorts {
  readonly sender: Outbox;
  readonly outboxPorts: OutboxPorts;
  readonly seen: Seen[];
  readonly told: string[];
  /** Moves both clocks of the sender; the second alone when the first is set back. */
  readonly move: (wallMs: number, monotonicMs: number) => void;
  setNow(instant: string): void;
  /** Who is at the desk. */
  sit(userName: string): void;
  /** Answers the requests from now on. */
  answer(with_: Answer): void;
}

/** A collection desk on a real store, in front of a real HTTP server that answers as the test says. `change`: other ports than the usual. */
export async function openTrekkDesk(change: Partial<OutboxPorts> = {}): Promise<TrekkDesk> {
  const opened = await openDebtorDesk();
  const store = change.store ?? opened.store;
  const journal = createJournal(store, value(await openPersonHash(memorySecrets())), opened.now);
  const desk = { ...opened, store, journal };
  let userName = 'Ivar';
  let answering: Answer = (_, response) => response.destroy();
  const { base, seen } = await localServer((...call) => answering(...call));
  const time = testTime();
  const skatteetaten: Skatteetaten = {
    http: createHttp(fetch, [base], time),
    time,
    token: async () => ok(new AccessToken('token')),
    dropToken: () => {},
    queues: createQueues(),
    addresses: {
      maskinporten: { issuer: `${base}/`, tokenEndpoint: `${base}/token` },
      inntekt: base,
      summertSkattegrunnlag: base,
      spesifisertSkattegrunnlag: null,
      sisteTilgjengeligeSkatteoppgjoer: base,
      utleggsdatabasen: `${base}/utleggsdatabasen`,
      samordnetTrekk: `${base}/elan-kommune`,
    },
    settings: { ...defaultSettings, orgNumber: OWN },
    environment: 'training',
  };
  const told: string[] = [];
  const outboxPorts: OutboxPorts = {
    store: desk.store,
    journal: desk.journal,
    now: desk.now,
    time,
    reached: nothingHappens,
    bug: (thrown) => {
      throw thrown;
    },
    notify: (trekkId) => told.push(trekkId),
    registers: {
      tell: (message, following) => tellRegister(skatteetaten, message, following),
      trekk: (lookup) => readFromRegister(skatteetaten, lookup),
    },
    ...change,
  };
  const sender = new Outbox(outboxPorts);
  value(
    await desk.store.write(async (db) =>
      ok(await writeSetting(db, 'collection', practiceCollectionSettings(desk.now()))),
    ),
  );
  const folder = tempFolder();
  const written = async (name: string) =>
    ok({ path: join(folder, name), sha256: 'ab', finish: async () => ok(null), discard: async () => {} });
  return {
    ...desk,
    actor: () => ({ userName, role: 'collection' }),
    sender,
    outboxPorts,
    outbox: sender,
    registers: outboxPorts.registers,
    reached: outboxPorts.reached,
    notify: outboxPorts.notify,
    municipality: () => 'Fjellvik kommune',
    authenticatedAs: async () => OWN,
    print: async () => new Uint8Array([1]),
    writePdf: written,
    writeTable: written,
    language: async () => 'nb',
    pickDocument: async () => ok({ name: 'beslutning.pdf', bytes: PDF }),
    seen,
    told,
    move: time.move,
    sit: (name) => {
      userName = name;
    },
    answer: (with_) => {
      answering = with_;
    },
  };
}

export const OWN = '974761076';

/** A case, about Anna unless another is named, that may be decided: everything entered, and looked up just now. */
export async function decidedCase(
  desk: TrekkDesk,
  {
    newRules = false,
    entries = [],
    nationalId = anna,
  }: { newRules?: boolean; entries?: UtleggOverview['entries']; nationalId?: string } = {},
): Promise<DebtorCase> {
  const at = desk.now();
  const today = osloDate(at);
  const condition = { aliveAndAdult: true, debtNegotiation: false, bankruptcy: false };
  const made = value(await createDebtor(desk, { details: details({ decisionDate: today, condition }), nationalId }));
  const claimed = value(
    await saveClaims(desk, {
      ...seenCase(made),
      claims: [
        {
          ...{ id: 'k', type: 'eiendomsskatt', reference: 'ES-1', legalPant: 'eiendom', lastInstalmentDue: null },
          ...{ dueDate: addDays(today, -200), original: kroner(20_000), remaining: kroner(20_000) },
          ...{ interest: kroner(312), costs: kroner(0) },
        },
      ],
      notices: [{ id: 'v', claimIds: ['k'], sentOn: addDays(today, -40), answerBy: addDays(today, -19) }],
      answers: [],
    }),
  );
  const none = { children: [], samvaer: [], spouseNet: null, commonIncome: [], otherNet: [], extras: [] };
  const household = {
    ...none,
    adults: 'enslig' as const,
    boutgifter: { amount: kroner(9500), source: 'Kontrakt' },
    selfEmployed: null,
  };
  const housed = value(await saveDebtorHousehold(desk, { ...seenCase(claimed), household }));
  const lookups = [
    paid('2026-10', at, [{ gross: 38_000, withheld: 10_400 }]),
    samordnet(newRules, at),
    registeredLookup(at, entries),
  ];
  await desk.store.write(async (db) => {
    for (const lookup of lookups) {
      await insertDebtorLookup(db, made.id, {
        lookup: { ...lookup, id: `${made.id}-${lookup.id}` },
        environment: 'training',
        raw: null,
        rawExpiresOn: null,
      });
    }
    return ok(null);
  });
  const choices = { ...housed.choices, trekkpliktig: EMPLOYER };
  return value(await saveDebtorChoices(desk, { ...seenCase(housed), choices }));
}

const EMPLOYER = '310442100';

/** The trekk as the window has seen it. */
export const seen = ({ id, version }: Trekk) => ({ trekkId: id, expectedVersion: version });

/** The trekk as it stands. */
export const now = async (desk: TrekkDesk, { id }: Pick<Trekk, 'id'>): Promise<Trekk> =>
  value(await openTrekk(desk, { trekkId: id }));

/** Its messages, as the store has them. */
export const messages = async (desk: TrekkDesk, { id }: Pick<Trekk, 'id'>) =>
  value(await desk.store.read(async (db) => ok(await messagesOf(db, id))));

/** A registration that is filled in, checked, has its letters, and lacks nothing but the confirmation. */
export async function readyTrekk(desk: TrekkDesk, debtorCase: DebtorCase): Promise<Trekk> {
  const begun = value(await beginTrekk(desk, { caseId: debtorCase.id }));
  return makeReady(desk, begun);
}

/** The same for an act that has begun. */
export async function makeReady(desk: TrekkDesk, begun: Trekk): Promise<Trekk> {
  const { act } = begun;
  if (!act) throw new Error('nothing has begun');
  const what = structuredClone(act.what);
  if (what.kind === 'registrer' || what.kind === 'beslutning') {
    what.content.payment = { account: '15037354837', kid: '6487719756' };
  }
  const typed = { ...seen(begun), debtorName: 'Anna Ås', what };
  const saved = value(await saveAct(desk, { ...typed, reasons: {} }));
  const codes = value(await reviewTrekk(desk, { trekkId: begun.id })).violations.map(({ code }) => code);
  const reasons = Object.fromEntries(codes.map((code) => [code, 'Vurdert']));
  const reasoned = value(await saveAct(desk, { ...typed, ...seen(saved), reasons }));
  let trekk = value(await checkAct(desk, seen(reasoned)));
  for (const missing of value(await reviewTrekk(desk, { trekkId: begun.id })).missing) {
    if (missing !== 'underretning' && missing !== 'trekkpaalegg' && missing !== 'opphoer') continue;
    const made = value(await makeLetter(desk, { ...seen(trekk), kind: missing }, forever));
    if (!made.trekk) throw new Error('no letter');
    trekk = made.trekk;
  }
  return trekk;
}

/** Confirmed, and not sent yet. */
export async function confirmed(desk: TrekkDesk, debtorCase?: DebtorCase): Promise<Trekk> {
  const ready = await readyTrekk(desk, debtorCase ?? (await decidedCase(desk)));
  return value(await confirmAct(desk, seen(ready)));
}

/** Registered as version 1 by a register that said yes. */
export async function registered(desk: TrekkDesk): Promise<Trekk> {
  const trekk = await confirmed(desk);
  desk.answer(accepts());
  await desk.sender.drain();
  return now(desk, trekk);
}

/** What the register stores of a message, as it answers. */
export const storedOf = (body: string, over: object = {}) => ({
  utleggstype: 'UTT',
  utleggstrekkId: SENT,
  versjon: 1,
  opplysningsnivaa: 'full',
  regelverk: 'gammelt',
  status: 'registrert',
  skyldner: { personidentifikator: anna },
  beslutningsdato: '2026-11-21',
  ...JSON.parse(body),
  ...over,
});

/** The register says yes. */
export const accepts =
  (over: object = {}, status = 201): Answer =>
  ({ body }, response) =>
    json(response, status, storedOf(body, over));

/** The register says no. */
export const refuses =
  (status: number, kode: string, more: object = {}): Answer =>
  (_, response) =>
    json(response, status, { kode, melding: 'Nei.', korrelasjonsid: '5c0d7a52-3a54-4f0a-9a1c-0c7f5d0b8a11', ...more });

/** The request arrives, and no answer comes. */
export const cuts: Answer = (_, response: ServerResponse) => response.destroy();
