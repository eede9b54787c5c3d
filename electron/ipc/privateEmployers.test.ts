import { expect, test } from 'vitest';
import type { CallName } from '../../shared/ipc/contract.ts';
import type { CallDefinition } from '../../shared/ipc/define.ts';
import { ok } from '../../shared/result.ts';
import { computeAssessment } from '../cases/computeAssessment.ts';
import { fetchInformation } from '../cases/fetchInformation.ts';
import { readCase } from '../cases/readCase.ts';
import { anna, bo, caseWith, fakeRegisters, incomeReply, member, openDesk, seen, wanted } from '../cases/testKit.ts';
import { analyseDebtorCase } from '../debtors/analyseDebtorCase.ts';
import { fetchDebtor } from '../debtors/fetchDebtor.ts';
import { readDebtor } from '../debtors/readDebtor.ts';
import { debtorCaseOf, fakeDebtorRegisters, openDebtorDesk, seen as seenDebtor } from '../debtors/testKit.ts';
import { createDoor, type Handlers } from './door.ts';

const months = ['2026-08', '2026-09', '2026-10'];
/** Bo is Anna's private employer. */
const income = async () => incomeReply(9_000, months, bo);

const doorOf = (handlers: Partial<Handlers>) =>
  createDoor({
    handlers: handlers as Handlers,
    refusal: (_: CallDefinition) => null,
    journal: async () => ok(null),
    log: () => {},
  });

async function passed(door: ReturnType<typeof doorOf>, name: CallName, input: unknown): Promise<string> {
  const answer = await door.call(true, name, name, input);
  expect(answer).toMatchObject({ ok: true });
  return JSON.stringify(answer);
}

test('the housing desk: the number of a private employer stays inside the door', async () => {
  const desk = await openDesk();
  const caseFile = await caseWith(desk, member(anna));
  const ports = { ...desk, registers: fakeRegisters({ income }), notify: () => {} };
  const door = doorOf({
    'information.fetch': (input, { signal }) => fetchInformation(ports, input, signal),
    'cases.open': (input) => readCase(desk, input),
    'assessment.compute': (input) => computeAssessment(desk, input),
  });
  const answers = [
    await passed(door, 'information.fetch', { ...seen(caseFile), ...wanted }),
    await passed(door, 'cases.open', { caseId: caseFile.id }),
    await passed(door, 'assessment.compute', { caseId: caseFile.id }),
  ];
  expect(answers.join()).not.toContain(bo);
  expect(answers[1]).toContain('068829 *****');
});

test('the collection desk: likewise, and the payer can still be told from the others', async () => {
  const desk = await openDebtorDesk();
  const made = await debtorCaseOf(desk);
  const ports = { ...desk, registers: fakeDebtorRegisters({ income }), notify: () => {} };
  const door = doorOf({
    'collection.fetch': (input, { signal }) => fetchDebtor(ports, input, signal),
    'collection.open': (input) => readDebtor(desk, input),
    'collection.analyse': (input) => analyseDebtorCase(desk, input),
  });
  const answers = [
    await passed(door, 'collection.fetch', { ...seenDebtor(made), only: null }),
    await passed(door, 'collection.open', { caseId: made.id }),
    await passed(door, 'collection.analyse', { caseId: made.id }),
  ];
  expect(answers.join()).not.toContain(bo);
  expect(JSON.parse(answers[2] ?? '').value.payers).toMatchObject([
    { payer: { id: '068829 *****', isOrganisation: false }, canBeChosen: false },
  ]);
});
