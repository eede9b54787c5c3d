import { describe, expect, it } from 'vitest';
import { failure } from '../../shared/ipc/errors.ts';
import { oere } from '../../shared/money.ts';
import { fail, ok } from '../../shared/result.ts';
import { value } from '../storage/testKit.ts';
import { chooseBasis } from './chooseBasis.ts';
import { createCase } from './createCase.ts';
import { discardDraft } from './discardDraft.ts';
import { listCases } from './listCases.ts';
import { readCase } from './readCase.ts';
import { readDraft } from './readDraft.ts';
import { revealPerson } from './revealPerson.ts';
import { saveDetails } from './saveDetails.ts';
import { saveDraft } from './saveDraft.ts';
import { saveHousehold } from './saveHousehold.ts';
import { searchCases } from './searchCases.ts';
import { anna, bo, caseWith, cato, date, details, member, openDesk, seen } from './testKit.ts';

describe('a case', () => {
  it('is made without a household, in the name of who is at the desk', async () => {
    const desk = await openDesk();
    const made = value(await createCase(desk, details()));
    expect(made).toMatchObject({ ...details(), version: 1, status: 'ny', createdBy: 'Kari', members: [], lookups: [] });
    expect(value(await readCase(desk, { caseId: made.id }))).toEqual(made);
    expect(await readCase(desk, { caseId: 'another' })).toEqual(fail(failure('not-found')));
  });

  it('gets a new version with each change; a window that has not seen the last one changes nothing', async () => {
    const desk = await openDesk();
    const made = value(await createCase(desk, details()));
    desk.setNow('2026-11-21T10:00:00.000Z');
    const changed = value(
      await saveDetails(desk, { ...seen(made), details: details({ purpose: 'midlertidig-bolig' }) }),
    );
    expect(changed).toMatchObject({ version: 2, purpose: 'midlertidig-bolig', updatedAt: '2026-11-21T10:00:00.000Z' });
    expect(changed.createdAt).toBe(made.createdAt);

    for (const late of [
      await saveDetails(desk, { ...seen(made), details: details({ caseNumber: 'late' }) }),
      await saveHousehold(desk, { ...seen(made), members: [member(anna)] }),
      await chooseBasis(desk, { ...seen(made), choice: null }),
    ]) {
      expect(late).toEqual(fail(failure('version-conflict')));
    }
    expect(value(await readCase(desk, { caseId: made.id }))).toEqual(changed);
  });

  it('is listed last changed first, with how many are in it', async () => {
    const desk = await openDesk();
    const first = await caseWith(desk, member(anna), member(null, { role: 'barn' }));
    desk.setNow('2026-11-22T10:00:00.000Z');
    const second = value(await createCase(desk, details({ caseNumber: '2026/2' })));
    expect(value(await listCases(desk))).toMatchObject([
      { id: second.id, caseNumber: '2026/2', memberCount: 0, fetchedAt: null },
      { id: first.id, caseNumber: '2026/1042', memberCount: 2, fetchedAt: null, createdBy: 'Kari' },
    ]);
  });

  it('is found by a part of its number or by a whole personal number, and not by a part of one', async () => {
    const desk = await openDesk();
    const annas = await caseWith(desk, member(anna), member(bo, { role: 'samboer' }));
    const catos = await caseWith(desk, member(cato));
    const found = async (text: string) => value(await searchCases(desk, { text })).map(({ id }) => id);
    expect(await found('/1042')).toHaveLength(2);
    expect(await found(bo)).toEqual([annas.id]);
    expect(await found(`${cato.slice(0, 6)} ${cato.slice(6)}`)).toEqual([catos.id]);
    expect(await found(anna.slice(0, 6))).toEqual([]);
    expect(await found('%')).toEqual([]);
    await createCase(desk, details({ caseNumber: 'BOL-7' }));
    expect(await found('bol')).toHaveLength(1);
  });

  it('keeps a choice with its reason, and takes none without', async () => {
    const desk = await openDesk();
    const made = value(await createCase(desk, details()));
    const choice = { basis: 'm3', outcome: null, reason: 'Mistet jobben i august' } as const;
    expect(await chooseBasis(desk, { ...seen(made), choice: { ...choice, reason: '  ' } })).toEqual(
      fail(failure('invalid-input')),
    );
    const chosen = value(await chooseBasis(desk, { ...seen(made), choice }));
    expect(chosen.choice).toEqual(choice);
    const other = { basis: 'year', outcome: 'innenfor', reason: 'Etter samtale' } as const;
    const again = value(await chooseBasis(desk, { ...seen(chosen), choice: other }));
    expect(again.choice).toEqual(other);
    expect(value(await chooseBasis(desk, { ...seen(again), choice: null })).choice).toBeNull();
  });
});

describe('the household', () => {
  it('shows numbers masked, and one of them whole when it is asked for', async () => {
    const desk = await openDesk();
    const made = await caseWith(desk, member(anna), member(null, { role: 'barn', birthDate: date('2019-06-01') }));
    expect(made.members).toMatchObject([
      { role: 'soeker', maskedId: '258514 *****', lookUp: true },
      { role: 'barn', maskedId: null, lookUp: false, birthDate: '2019-06-01' },
    ]);
    expect(JSON.stringify(made)).not.toContain(anna);
    const [applicant, child] = made.members.map(({ id }) => id);
    const reveal = (caseId: string, memberId = '') => revealPerson(desk, { caseId, memberId });
    expect(await reveal(made.id, applicant)).toEqual(ok({ nationalId: anna }));
    expect(await reveal(made.id, child)).toEqual(fail(failure('not-found')));
    const other = await caseWith(desk, member(bo));
    expect(await reveal(other.id, applicant)).toEqual(fail(failure('not-found')));
  });

  it('keeps members by id, in the order given, with everything entered about them', async () => {
    const desk = await openDesk();
    const made = await caseWith(desk, member(anna), member(bo, { role: 'samboer' }));
    const [first, second] = made.members.map(({ id }) => id);
    const post = { id: 'p', text: 'Barnebidrag', source: 'Vedtak', amountPerYear: oere(1_234_500) };
    const changed = value(
      await saveHousehold(desk, {
        ...seen(made),
        members: [
          member(null, { id: second ?? '', role: 'ektefelle', lookUp: true, manualPosts: [post] }),
          member(cato, { role: 'annenVoksen', countsInSize: false, lookUp: false }),
          member(null, { id: first ?? '', lookUp: true }),
        ],
      }),
    );
    expect(changed.members).toMatchObject([
      { id: second, role: 'ektefelle', maskedId: '068829 *****', lookUp: true, manualPosts: [post] },
      { role: 'annenVoksen', maskedId: '189260 *****', countsInSize: false, lookUp: false },
      { id: first, role: 'soeker', maskedId: '258514 *****' },
    ]);
    const emptied = value(await saveHousehold(desk, { ...seen(changed), members: [] }));
    expect(emptied.members).toEqual([]);
  });

  it.each([
    ['a number with a wrong control digit', [member(`${anna.slice(0, 10)}3`)]],
    ['a lookup of someone without a number', [member(null, { lookUp: true })]],
    ['the same person twice', [member(anna), member(anna, { role: 'samboer' })]],
    ['a member that is not in this case', [member(anna, { id: 'from another case' })]],
  ])('refuses %s, and changes nothing', async (_, members) => {
    const desk = await openDesk();
    const made = value(await createCase(desk, details()));
    expect(await saveHousehold(desk, { ...seen(made), members })).toEqual(fail(failure('invalid-input')));
    expect(value(await readCase(desk, { caseId: made.id }))).toEqual(made);
  });

  it("can't take a member out of another case", async () => {
    const desk = await openDesk();
    const annas = await caseWith(desk, member(anna));
    const mine = await caseWith(desk, member(bo));
    const stolen = member(null, { id: annas.members[0]?.id ?? '', lookUp: true });
    expect(await saveHousehold(desk, { ...seen(mine), members: [stolen] })).toEqual(fail(failure('invalid-input')));
    expect(value(await readCase(desk, { caseId: annas.id }))).toEqual(annas);
  });

  it('takes only real numbers in production, and only practice numbers elsewhere', async () => {
    const desk = { ...(await openDesk()), environment: 'production' } as const;
    const made = value(await createCase(desk, details()));
    expect(await saveHousehold(desk, { ...seen(made), members: [member(anna)] })).toEqual(
      fail(failure('invalid-input')),
    );
  });
});

describe('a draft', () => {
  it('is what was typed last in its form, until it is discarded', async () => {
    const desk = await openDesk();
    expect(value(await readDraft(desk, { form: 'case' }))).toEqual({ value: null, savedAt: null });
    await saveDraft(desk, { form: 'case', value: 'a' });
    desk.setNow('2026-11-21T10:00:00.000Z');
    await saveDraft(desk, { form: 'case', value: 'ab' });
    await saveDraft(desk, { form: 'other', value: 'x' });
    expect(value(await readDraft(desk, { form: 'case' }))).toEqual({
      value: 'ab',
      savedAt: '2026-11-21T10:00:00.000Z',
    });
    await discardDraft(desk, { form: 'case' });
    expect(value(await readDraft(desk, { form: 'case' })).value).toBeNull();
    expect(value(await readDraft(desk, { form: 'other' })).value).toBe('x');
  });
});
