import { expect, it } from 'vitest';
import { failure } from '../../shared/ipc/errors.ts';
import { fail, ok } from '../../shared/result.ts';
import { anna, bo, caseWith, member, openDesk, type TestDesk } from '../cases/testKit.ts';
import { value } from '../storage/testKit.ts';
import { createDoorJournal } from './doorJournal.ts';

const rowsOf = async ({ journal }: TestDesk) =>
  value(await journal.list({ text: '', person: null, roles: null, from: null, to: null, offset: 0 })).rows;

async function open() {
  const desk = await openDesk();
  const write = createDoorJournal({ ...desk, actorFor: () => ({ userName: 'Kari', role: 'housing' }) });
  const made = await caseWith(desk, member(bo, { role: 'samboer' }), member(anna));
  return { desk, write, made };
}

it('says whose case was opened: its number, purpose and applicant', async () => {
  const { desk, write, made } = await open();
  expect(await write('cases.open', 'reads-person', { caseId: made.id })).toEqual(ok(null));
  expect(await rowsOf(desk)).toMatchObject([
    {
      action: 'opened',
      detail: 'cases.open',
      caseNumber: '2026/1042',
      purpose: 'kommunal-bolig',
      person: '258514 *****',
      userName: 'Kari',
      role: 'housing',
    },
  ]);
});

it('says whose number was revealed', async () => {
  const { desk, write, made } = await open();
  await write('person.reveal', 'reads-person', { caseId: made.id, memberId: made.members[0]?.id });
  expect(await rowsOf(desk)).toMatchObject([{ action: 'revealed', person: '068829 *****' }]);
});

it('stops a call about a case that is not there, without a row', async () => {
  const { desk, write } = await open();
  expect(await write('cases.open', 'reads-person', { caseId: 'another' })).toEqual(fail(failure('not-found')));
  expect(await rowsOf(desk)).toEqual([]);
});

it('notes changes to the set-up and refusals, and leaves lookups to the use case', async () => {
  const { desk, write } = await open();
  await write('rules.approve', 'changes-setup', { ruleId: 'X', version: 1 });
  await write('information.fetch', 'looks-up-person', {});
  await write('cases.open', 'refused', null);
  expect((await rowsOf(desk)).map(({ action, detail }) => [action, detail])).toEqual([
    ['refused', 'cases.open'],
    ['setup', 'rules.approve'],
  ]);
});
