import { beforeEach, expect, it } from 'vitest';
import { addDays, type Instant, type IsoDate, osloDate } from '../../shared/dates.ts';
import { kroner } from '../../shared/money.ts';
import { ok } from '../../shared/result.ts';
import { defaultSettings } from '../../shared/settings.ts';
import type { Trekk } from '../../shared/utlegg/trekk.ts';
import { createDebtor } from '../debtors/createDebtor.ts';
import { fetchDebtor } from '../debtors/fetchDebtor.ts';
import { saveClaims } from '../debtors/saveClaims.ts';
import { saveDebtorChoices } from '../debtors/saveDebtorChoices.ts';
import { saveDebtorHousehold } from '../debtors/saveDebtorHousehold.ts';
import { details, seen as seenCase } from '../debtors/testKit.ts';
import { createConnection } from '../skatteetaten/connection.ts';
import { startSimulator } from '../skatteetaten/simulatorKit.ts';
import { systemTime } from '../skatteetaten/time.ts';
import { writeSetting } from '../storage/settings.ts';
import { value } from '../storage/testKit.ts';
import { DEBTORS } from '../training/debtors.ts';
import { practiceCollectionSettings } from '../training/practiceCollection.ts';
import { beginChange } from './beginChange.ts';
import { beginEnd } from './beginEnd.ts';
import { beginTrekk } from './beginTrekk.ts';
import { confirmAct } from './confirmAct.ts';
import { pickDocument } from './pickDocument.ts';
import { refreshTrekk } from './refreshTrekk.ts';
import { saveAct } from './saveAct.ts';
import { makeReady, now, openTrekkDesk, seen, type TrekkDesk } from './testKit.ts';

const simulator = await startSimulator();
const { description } = simulator;
const client = description.clients.find(({ shows }) => /^certificate mode, every scope/.test(shows));
if (!client) throw new Error('the simulator has no client');
const at = new Date().toISOString() as Instant;
const today = osloDate(at);
const forever = new AbortController().signal;

const connection = createConnection({
  environment: 'training',
  addresses: description.endpoints,
  fetch,
  fetchOnce: fetch,
  time: systemTime,
  settings: () => ({ ...defaultSettings, clientId: client.clientId, orgNumber: client.organisationNumber }),
  identity: async () => ok(simulator.certificate('enkelt')),
});

beforeEach(() => simulator.reset());

/** A desk in front of the simulator, and a case about one of its people that is looked up there and may be decided. */
async function deskFor(name: string) {
  const person = DEBTORS.find((one) => one.name === name);
  if (!person) throw new Error(`no debtor is called ${name}`);
  const opened = await openTrekkDesk({ registers: connection.trekkRegisters() });
  opened.setNow(at);
  const { organisationNumber } = client ?? { organisationNumber: '' };
  const desk: TrekkDesk = {
    ...opened,
    organisationNumber: () => organisationNumber,
    authenticatedAs: async () => organisationNumber,
  };
  const practice = practiceCollectionSettings(at);
  const regime = { ...practice.regime, cutOver: '2099-01-01' as IsoDate };
  value(await desk.store.write(async (db) => ok(await writeSetting(db, 'collection', { ...practice, regime }))));

  const condition = { aliveAndAdult: true, debtNegotiation: false, bankruptcy: false };
  const caseNumber = `2026/${Math.floor(Math.random() * 1e6)}`;
  const made = value(
    await createDebtor(desk, {
      details: details({ caseNumber, decisionDate: today, condition }),
      nationalId: person.nationalId,
    }),
  );
  const claim = {
    ...{ id: 'k', type: 'eiendomsskatt' as const, reference: `ES-${caseNumber}`, legalPant: 'eiendom' as const },
    ...{ dueDate: addDays(today, -200), lastInstalmentDue: null, original: kroner(20_000), remaining: kroner(20_000) },
    ...{ interest: kroner(312), costs: kroner(0) },
  };
  const notice = { id: 'v', claimIds: ['k'], sentOn: addDays(today, -40), answerBy: addDays(today, -19) };
  const claimed = value(await saveClaims(desk, { ...seenCase(made), claims: [claim], notices: [notice], answers: [] }));
  const household = {
    ...{ adults: 'enslig' as const, children: [], samvaer: [], spouseNet: null, commonIncome: [], otherNet: [] },
    ...{ boutgifter: { amount: kroner(9500), source: 'Kontrakt' }, extras: [], selfEmployed: null },
  };
  const housed = value(await saveDebtorHousehold(desk, { ...seenCase(claimed), household }));
  const ports = { ...desk, registers: connection.debtorRegisters(), notify: () => {} };
  const fetched = value(await fetchDebtor(ports, { ...seenCase(housed), only: null }, forever));
  const choices = { ...fetched.choices, trekkpliktig: '310442100' };
  return { desk, debtorCase: value(await saveDebtorChoices(desk, { ...seenCase(fetched), choices })) };
}

const confirm = async (desk: TrekkDesk, begun: Trekk): Promise<Trekk> =>
  value(await confirmAct(desk, seen(await makeReady(desk, begun))));

it('registered, changed and ended with the simulator, which holds each message up against the contract and its own rules', async () => {
  const { desk, debtorCase } = await deskFor('Fri Bane');
  const trekk = await confirm(desk, value(await beginTrekk(desk, { caseId: debtorCase.id })));
  await desk.sender.drain();
  const registered = await now(desk, trekk);
  expect(registered.act).toBeNull();
  expect(registered.registered).toMatchObject({ versjon: 1 });

  const changing = value(await beginChange(desk, { ...seen(registered), reason: 'retting' }));
  if (changing.act?.what.kind !== 'endre') throw new Error('no change');
  const { content } = changing.act.what;
  const what = {
    kind: 'endre' as const,
    content: { ...content, explanation: 'Rettet navn.', payer: { ...content.payer, name: 'Fjellvik Transport' } },
  };
  const saved = value(await saveAct(desk, { ...seen(changing), debtorName: 'Fri Bane', what, reasons: {} }));
  await confirm(desk, saved);
  await desk.sender.drain();
  const changed = await now(desk, trekk);
  expect(changed).toMatchObject({
    act: null,
    registered: { versjon: 2, terms: { payer: { name: 'Fjellvik Transport' } } },
  });
  expect(value(await refreshTrekk(desk, seen(changed), forever)).registered).toMatchObject({ versjon: 2 });

  const ending = value(await beginEnd(desk, { ...seen(await now(desk, trekk)), reason: 'begjaeringTrukket' }));
  if (ending.act?.what.kind !== 'avslutt') throw new Error('no end');
  const end = {
    kind: 'avslutt' as const,
    content: { ...ending.act.what.content, explanation: 'Betalt på annen måte.' },
  };
  await confirm(desk, value(await saveAct(desk, { ...seen(ending), debtorName: 'Fri Bane', what: end, reasons: {} })));
  await desk.sender.drain();
  expect(await now(desk, trekk)).toMatchObject({ act: null, registered: { versjon: 3, state: 'avsluttet' } });
});

it('stored, and the answer lost: sent again with the same key it is one registration', async () => {
  const { desk, debtorCase } = await deskFor('Fri Bane');
  const trekk = await confirm(desk, value(await beginTrekk(desk, { caseId: debtorCase.id })));
  await simulator.order('registrering', { kind: 'cut', when: 'after' }, 1);
  await desk.sender.drain();
  expect((await now(desk, trekk)).act?.state).toBe('ukjent');
  desk.sender.resume();
  await desk.sender.drain();
  expect(await now(desk, trekk)).toMatchObject({ act: null, registered: { versjon: 1 } });
});

it('a decision under the new rules: document and decision', async () => {
  const { desk, debtorCase } = await deskFor('Rent Skifte');
  const begun = value(await beginTrekk(desk, { caseId: debtorCase.id }));
  const { trekk } = value(await pickDocument(desk, seen(begun)));
  if (!trekk) throw new Error('no document');
  const confirmed = await confirm(desk, trekk);
  await simulator.order('beslutning', { kind: 'cut', when: 'after' }, 1);
  await desk.sender.drain();
  expect((await now(desk, confirmed)).act).toMatchObject({ state: 'ukjent', sending: { step: 'melding' } });
  desk.sender.resume();
  await desk.sender.drain();
  const after = await now(desk, confirmed);
  expect(after).toMatchObject({ act: null, received: { state: 'mottatt' } });
});
