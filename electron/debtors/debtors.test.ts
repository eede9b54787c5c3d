import { expect, test } from 'vitest';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { kroner } from '../../shared/money.ts';
import { anna, bo, date } from '../cases/testKit.ts';
import { createDoorJournal } from '../journal/doorJournal.ts';
import { value } from '../storage/testKit.ts';
import { createDebtor } from './createDebtor.ts';
import { fetchDebtor } from './fetchDebtor.ts';
import { listDebtors } from './listDebtors.ts';
import { readCollectionSetup } from './readCollectionSetup.ts';
import { readDebtor } from './readDebtor.ts';
import { revealDebtor } from './revealDebtor.ts';
import { saveClaims } from './saveClaims.ts';
import { saveCollectionSettings } from './saveCollectionSettings.ts';
import { saveDebtorChoices } from './saveDebtorChoices.ts';
import { saveDebtorDetails } from './saveDebtorDetails.ts';
import { saveDebtorHousehold } from './saveDebtorHousehold.ts';
import { searchDebtors } from './searchDebtors.ts';
import { signLivsopphold } from './signLivsopphold.ts';
import { debtorCaseOf, details, fakeDebtorRegisters, journalRows, openDebtorDesk, seen } from './testKit.ts';

const claims: Pick<CallInput<'collection.saveClaims'>, 'claims' | 'notices' | 'answers'> = {
  claims: [
    {
      id: 'k1',
      type: 'eiendomsskatt',
      reference: 'ES-2026-1',
      dueDate: date('2026-03-20'),
      lastInstalmentDue: null,
      original: kroner(8420),
      remaining: kroner(8000),
      interest: kroner(300),
      costs: kroner(100),
      legalPant: 'eiendom',
    },
  ],
  notices: [{ id: 'v1', claimIds: ['k1'], sentOn: date('2026-10-12'), answerBy: date('2026-11-02') }],
  answers: [{ id: 's1', receivedOn: date('2026-10-20'), text: 'Vil betale' }],
};
const household: CallInput<'collection.saveHousehold'>['household'] = {
  adults: 'enslig',
  children: [{ birthDate: date('2020-05-01') }],
  samvaer: [],
  spouseNet: null,
  commonIncome: [{ id: 'b', text: 'Barnetrygd', source: 'Vedtak', amount: kroner(2012) }],
  otherNet: [],
  boutgifter: { amount: kroner(9500), source: 'Kontrakt' },
  extras: [],
  selfEmployed: null,
};
const choices: CallInput<'collection.saveChoices'>['choices'] = {
  coordination: { choice: 'second-trekk', reason: 'Ulike krav' },
  trekkpliktig: '811094242',
  spouseMethod: 'pool',
  size: 'percent',
};

test('a case keeps what is entered, one version for each change', async () => {
  const desk = await openDebtorDesk();
  const made = await debtorCaseOf(desk);
  expect(made).toMatchObject({
    version: 1,
    status: 'ny',
    maskedId: '258514 *****',
    createdBy: 'Ivar',
    household: null,
  });
  const withClaims = value(await saveClaims(desk, { ...seen(made), ...claims }));
  const withHousehold = value(await saveDebtorHousehold(desk, { ...seen(withClaims), household }));
  value(await saveDebtorChoices(desk, { ...seen(withHousehold), choices }));
  const read = value(await readDebtor(desk, { caseId: made.id }));
  expect(read).toMatchObject({ ...claims, household, choices, version: 4, status: 'underArbeid' });
  expect(JSON.stringify(read)).not.toContain(anna);
});

test('a case that was changed elsewhere is not overwritten', async () => {
  const desk = await openDebtorDesk();
  const made = await debtorCaseOf(desk);
  value(await saveDebtorHousehold(desk, { ...seen(made), household }));
  for (const late of [
    saveClaims(desk, { ...seen(made), ...claims }),
    saveDebtorChoices(desk, { ...seen(made), choices }),
    saveDebtorDetails(desk, { ...seen(made), details: details({ caseNumber: 'x' }), nationalId: null }),
    fetchDebtor(
      { ...desk, registers: fakeDebtorRegisters(), notify: () => {} },
      { ...seen(made), only: null },
      new AbortController().signal,
    ),
  ]) {
    expect(await late).toMatchObject({ ok: false, error: { code: 'version-conflict' } });
  }
  expect(value(await readDebtor(desk, { caseId: made.id }))).toMatchObject({
    version: 2,
    caseNumber: '2026/417',
    claims: [],
  });
});

test('claims that do not hang together are not saved', async () => {
  const desk = await openDebtorDesk();
  const made = await debtorCaseOf(desk);
  const [one] = claims.claims;
  const [notice] = claims.notices;
  for (const wrong of [
    { ...claims, claims: one ? [one, one] : [] },
    { ...claims, notices: notice ? [{ ...notice, claimIds: ['k2'] }] : [] },
  ]) {
    expect(await saveClaims(desk, { ...seen(made), ...wrong })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
  }
});

test('the list shows what is owed, and a case is found by number or by the whole personal number', async () => {
  const desk = await openDebtorDesk();
  const made = await debtorCaseOf(desk);
  value(await saveClaims(desk, { ...seen(made), ...claims }));
  desk.setNow('2026-11-21T10:00:00.000Z');
  const other = value(await createDebtor(desk, { details: details({ caseNumber: 'KX-9' }), nationalId: bo }));
  expect(value(await listDebtors(desk))).toMatchObject([
    { id: other.id, claimCount: 0, total: 0, fetchedAt: null },
    { id: made.id, claimCount: 1, total: kroner(8400) },
  ]);
  const found = async (text: string) => value(await searchDebtors(desk, { text })).map(({ id }) => id);
  expect(await found('kx')).toEqual([other.id]);
  expect(await found('258514 49852')).toEqual([made.id]);
  expect(await found('2585144985')).toEqual([]);
});

test('another number is another person: what was looked up is forgotten', async () => {
  const desk = await openDebtorDesk();
  const made = await debtorCaseOf(desk);
  const ports = { ...desk, registers: fakeDebtorRegisters(), notify: () => {} };
  const fetched = value(await fetchDebtor(ports, { ...seen(made), only: null }, new AbortController().signal));
  expect(fetched.lookups.length).toBeGreaterThan(0);
  const same = value(await saveDebtorDetails(desk, { ...seen(fetched), details: details(), nationalId: anna }));
  expect(same.lookups).toEqual(fetched.lookups);
  const changed = value(await saveDebtorDetails(desk, { ...seen(same), details: details(), nationalId: bo }));
  expect(changed).toMatchObject({ lookups: [], maskedId: '068829 *****' });
});

test.each(['25851449853', '01010112345'])('%s is no number that can be used here', async (nationalId) => {
  const desk = await openDebtorDesk();
  expect(await createDebtor(desk, { details: details(), nationalId })).toMatchObject({
    ok: false,
    error: { code: 'invalid-input' },
  });
});

test('opening and revealing leave a row in the journal with the person masked', async () => {
  const desk = await openDebtorDesk();
  const { id: caseId } = await debtorCaseOf(desk);
  const door = createDoorJournal({ ...desk, actorFor: desk.actor });
  value(await door('collection.open', 'reads-person', { caseId }));
  value(await door('collection.reveal', 'reads-person', { caseId }));
  expect(value(await revealDebtor(desk, { caseId }))).toEqual({ nationalId: anna });
  expect(await journalRows(desk)).toMatchObject([
    { action: 'revealed', person: '258514 *****', caseNumber: '2026/417', purpose: 'utleggstrekk', role: 'collection' },
    { action: 'opened', person: '258514 *****' },
  ]);
  expect(await door('collection.open', 'reads-person', { caseId: 'none' })).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  });
});

test('nothing is decided until the municipality has decided it', async () => {
  const { settings, published } = value(await readCollectionSetup(await openDebtorDesk()));
  expect(Object.values(settings.priority.letters)).toEqual(Array.from({ length: 7 }, () => null));
  expect(settings).toMatchObject({ boutgiftGuide: null, livsopphold: [], regime: { cutOver: '2027-01-01' } });
  expect(published.at(-1)).toMatchObject({ validFrom: '2026-07-01', confidence: 'missing', rates: null });
});

test('a letter comes with who decided it', async () => {
  const desk = await openDebtorDesk();
  const { livsopphold: _, ...settings } = value(await readCollectionSetup(desk)).settings;
  const letters = { ...settings.priority.letters, eiendomsskatt: 'd' as const };
  const anonymous = { ...settings, priority: { letters, decidedBy: ' ', decidedOn: date('2026-11-01') } };
  expect(await saveCollectionSettings(desk, { settings: anonymous })).toMatchObject({
    ok: false,
    error: { code: 'invalid-input' },
  });
  const decided = { ...settings, priority: { letters, decidedBy: 'Kommuneadvokaten', decidedOn: date('2026-11-01') } };
  expect(value(await saveCollectionSettings(desk, { settings: decided })).settings.priority.letters.eiendomsskatt).toBe(
    'd',
  );
});

test('a signed table stays, with who signed it and when; one that can not be right is refused', async () => {
  const desk = await openDebtorDesk();
  const table = {
    validFrom: date('2026-07-01'),
    validTo: date('2027-06-30'),
    source: 'regjeringen.no id691824',
    rates: {
      enslig: 11_400,
      giftEllerSamboende: 9650,
      forsoergerEktefelleSamboer: 19_300,
      barn: { '0-5': 3650, '6-10': 4830, '11-14': 6100, '15+': 7010 },
    },
  };
  for (const wrong of [
    { ...table, validTo: date('2027-07-01') },
    { ...table, validTo: date('2026-06-30') },
    { ...table, rates: { ...table.rates, barn: { '0-5': 3650, '7+': 4830 } } },
  ]) {
    expect(await signLivsopphold(desk, { table: wrong })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
  }
  value(await signLivsopphold(desk, { table }));
  const { livsopphold, ...settings } = value(
    await signLivsopphold(desk, { table: { ...table, source: 'FOR-2014-06-13-724' } }),
  ).settings;
  expect(livsopphold).toMatchObject([
    {
      source: 'regjeringen.no id691824',
      signedBy: 'Ivar',
      signedAt: '2026-11-21T09:00:00.000Z',
      confidence: 'verified',
    },
    { source: 'FOR-2014-06-13-724' },
  ]);
  expect(value(await saveCollectionSettings(desk, { settings })).settings.livsopphold).toEqual(livsopphold);
});
