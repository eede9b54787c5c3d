import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Month } from '../../shared/dates.ts';
import type { Persona } from '../../shared/session.ts';
import { launchApp, type RunningApp } from '../app.ts';
import { beginAsIvar, createDebtor, debtor, IN_TRANSITION } from '../debtors.ts';
import { call, practiseAs, tryCall } from '../program.ts';

describe('the collection desk for its own people', () => {
  let running: RunningApp;
  let page: Page;
  let caseId: string;
  const rail = () => page.getByRole('navigation', { name: 'Hovedmeny' });
  const denied = { ok: false, error: { code: 'access-denied' } };

  beforeAll(async () => {
    running = await launchApp({ args: ['--training'] });
    page = await beginAsIvar(running);
    await createDebtor(page, { caseNumber: '2026/5301', about: debtor('Fri Bane'), decisionDate: IN_TRANSITION });
    caseId = (await call(page, 'collection.list', {}))[0]?.id ?? '';
    expect(caseId).not.toBe('');
  });
  afterAll(() => running?.close());

  it.each<[Persona, boolean]>([
    ['kari', false],
    ['siri', true],
    ['amund', true],
  ])(
    '%s has no cases there, and every call to it is refused; rates are for those who answer for them',
    async (persona, rates) => {
      page = await practiseAs(running, page, persona);
      await rail().getByRole('link', { name: 'Logg over oppslag' }).waitFor();
      expect(await rail().getByRole('link', { name: 'Satser for innkreving' }).count()).toBe(rates ? 1 : 0);
      expect(await page.getByText('2026/5301').count()).toBe(0);
      for (const refused of [
        await tryCall(page, 'collection.list', {}),
        await tryCall(page, 'collection.search', { text: '2026' }),
        await tryCall(page, 'collection.open', { caseId }),
        await tryCall(page, 'collection.reveal', { caseId }),
        await tryCall(page, 'collection.fetch', { caseId, expectedVersion: 1, only: null }),
        await tryCall(page, 'collection.analyse', { caseId }),
        await tryCall(page, 'collection.readDraft', { form: 'debtor:new' }),
      ]) {
        expect(refused).toMatchObject(denied);
      }
      expect((await tryCall(page, 'collection.setup', {})).ok).toBe(rates);
    },
  );

  it('a search on the other desk does not find the case', async () => {
    page = await practiseAs(running, page, 'kari');
    expect(await call(page, 'cases.search', { text: '2026/5301' })).toEqual([]);
    expect(await tryCall(page, 'cases.open', { caseId })).toMatchObject({ ok: false });
  });

  it('Ivar has neither the boligdesk nor the right to change rates', async () => {
    page = await practiseAs(running, page, 'ivar');
    await rail().getByRole('link', { name: 'Satser for innkreving' }).waitFor();
    expect(await rail().getByRole('link', { name: 'Regler og satser' }).count()).toBe(0);
    const { settings } = await call(page, 'collection.setup', {});
    const { livsopphold: _, ...decided } = settings;
    for (const refused of [
      await tryCall(page, 'cases.list', {}),
      await tryCall(page, 'cases.open', { caseId }),
      await tryCall(page, 'information.fetch', {
        caseId,
        expectedVersion: 1,
        fromMonth: '2026-01' as Month,
        toMonth: '2026-02' as Month,
        years: [],
        only: null,
      }),
      await tryCall(page, 'collection.saveSettings', { settings: decided }),
    ]) {
      expect(refused).toMatchObject(denied);
    }
  });

  it('every refusal stands in the journal, with who and what', async () => {
    page = await practiseAs(running, page, 'siri');
    const { rows } = await call(page, 'journal.list', { text: '', from: null, to: null, offset: 0 });
    const refused = rows.filter(({ action }) => action === 'refused').map(({ userName, detail }) => [userName, detail]);
    for (const who of ['Kari', 'Siri', 'Amund']) {
      for (const what of ['collection.list', 'collection.open', 'collection.fetch', 'collection.reveal']) {
        expect(refused).toContainEqual([who, what]);
      }
    }
    for (const what of ['cases.list', 'cases.open', 'information.fetch', 'collection.saveSettings']) {
      expect(refused).toContainEqual(['Ivar', what]);
    }
  });
});
