import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Month } from '../../shared/dates.ts';
import type { Persona } from '../../shared/session.ts';
import { launchApp, type RunningApp } from '../app.ts';
import { createCase } from '../desk.ts';
import { call, practiseAs, replaced, tryCall } from '../program.ts';

describe('each desk for its own people', () => {
  let running: RunningApp;
  let page: Page;
  let caseId: string;

  beforeAll(async () => {
    running = await launchApp({ args: ['--training'] });
  });
  afterAll(() => running?.close());

  it('training begins with whom to practise as', async () => {
    page = await replaced(running, async () => {
      await running.page.getByRole('heading', { name: 'Hvem vil du øve som?' }).waitFor();
      await running.page.getByRole('button', { name: 'Kari Saksbehandler' }).click();
    });
    await createCase(page, { caseNumber: '2026/4001' });
    caseId = (await call(page, 'cases.list', {}))[0]?.id ?? '';
    expect(caseId).not.toBe('');
  });

  it('the same person may practise as another, from the menu', async () => {
    page = await replaced(running, async () => {
      await page.getByRole('button', { name: /^Kari Saksbehandler/ }).click();
      await page.getByRole('menuitem', { name: 'Amund Drift' }).click();
    });
    await page.getByRole('button', { name: /^Amund Drift/ }).waitFor();
  });

  it.each<[Persona, readonly string[]]>([
    ['amund', ['Regler og satser', 'Satser for innkreving', 'Logg over oppslag', 'Oppsett']],
    ['siri', ['Regler og satser', 'Satser for innkreving', 'Logg over oppslag']],
    ['ivar', ['Mine saker', 'Ny sak', 'Satser for innkreving', 'Logg over oppslag']],
  ])('%s sees nothing of the boligdesk, and every call to it is refused', async (persona, links) => {
    page = await practiseAs(running, page, persona);
    const rail = page.getByRole('navigation', { name: 'Hovedmeny' });
    expect(await rail.getByRole('link').allInnerTexts()).toEqual(links);
    expect(await page.getByRole('combobox', { name: 'Søk etter sak' }).count()).toBe(0);
    for (const refused of [
      await tryCall(page, 'cases.list', {}),
      await tryCall(page, 'cases.search', { text: '2026' }),
      await tryCall(page, 'cases.open', { caseId }),
      await tryCall(page, 'assessment.compute', { caseId }),
      await tryCall(page, 'information.fetch', {
        caseId,
        expectedVersion: 1,
        fromMonth: '2026-01' as Month,
        toMonth: '2026-02' as Month,
        years: [],
        only: null,
      }),
      await tryCall(page, 'documents.createBasis', { caseId, expectedVersion: 1 }),
    ]) {
      expect(refused).toMatchObject({ ok: false, error: { code: 'access-denied' } });
    }
  });

  it('Kari can neither set up nor decide rules', async () => {
    page = await practiseAs(running, page, 'kari');
    expect(await tryCall(page, 'setup.status', {})).toMatchObject({ ok: false, error: { code: 'access-denied' } });
    expect(await tryCall(page, 'rules.approve', { ruleId: 'BERGEN-2016', version: 1 })).toMatchObject({
      ok: false,
      error: { code: 'access-denied' },
    });
  });

  it('every refusal stands in the journal, with who and what', async () => {
    page = await practiseAs(running, page, 'siri');
    const { rows } = await call(page, 'journal.list', { text: '', from: null, to: null, offset: 0 });
    const refused = rows.filter(({ action }) => action === 'refused').map(({ userName, detail }) => [userName, detail]);
    for (const who of ['Amund', 'Siri', 'Ivar']) {
      for (const what of ['cases.list', 'cases.open', 'information.fetch', 'documents.createBasis']) {
        expect(refused).toContainEqual([who, what]);
      }
    }
    expect(refused).toContainEqual(['Kari', 'setup.status']);
  });

  it('the language is chosen from the menu, holds for every screen, and is kept', async () => {
    page = await practiseAs(running, page, 'kari');
    await page.getByRole('button', { name: /^Kari Saksbehandler/ }).click();
    await page.getByRole('menuitemradio', { name: 'Nynorsk' }).click();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('nn');
    await page.getByRole('link', { name: 'Ny sak' }).first().click();
    await page.getByLabel('Føremål').waitFor();
    page = await practiseAs(running, page, 'kari');
    expect(await page.locator('html').getAttribute('lang')).toBe('nn');
  });
});
