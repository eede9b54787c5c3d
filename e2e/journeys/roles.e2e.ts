import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../shared/access.ts';
import { type CallName, contract } from '../../shared/ipc/contract.ts';
import type { Persona } from '../../shared/session.ts';
import { launchApp, type RunningApp } from '../app.ts';
import { createCase } from '../desk.ts';
import { plain } from '../pdf.ts';
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

  it.each<[Persona, Role, readonly string[]]>([
    ['amund', 'it', ['Mine saker', 'Ny sak']],
    ['siri', 'fagansvarlig', ['Mine saker', 'Ny sak', 'Oppsett']],
    ['ivar', 'collection', ['Regler og satser', 'Oppsett']],
    ['kari', 'housing', ['Oppsett', 'Satser for innkreving']],
  ])(
    "%s, who is %s, sees no way to what is others', and every call to it is refused",
    async (persona, role, hidden) => {
      page = await practiseAs(running, page, persona);
      const links = (await page.getByRole('navigation', { name: 'Hovedmeny' }).getByRole('link').allInnerTexts()).map(
        plain,
      );
      for (const name of hidden) expect(links).not.toContain(name);
      expect((await page.getByText('2026/4001').count()) > 0).toBe(role === 'housing');
      for (const name of notFor(role)) {
        expect([name, await tryCall(page, name, {} as never)]).toMatchObject([
          name,
          { ok: false, error: { code: 'access-denied' } },
        ]);
      }
    },
  );

  it('a case that one knows the id of stays closed all the same', async () => {
    page = await practiseAs(running, page, 'ivar');
    for (const name of ['cases.open', 'cases.read', 'assessment.compute'] as const) {
      expect(await tryCall(page, name, { caseId })).toMatchObject({ ok: false, error: { code: 'access-denied' } });
    }
    expect(await tryCall(page, 'collection.open', { caseId })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });

  it('every refusal stands in the journal, with who and what', async () => {
    page = await practiseAs(running, page, 'siri');
    const refused: (string | null)[][] = [];
    for (let offset = 0, total = 1; offset < total; offset += 50) {
      const read = await call(page, 'journal.list', { text: '', from: null, to: null, offset });
      total = read.total;
      refused.push(
        ...read.rows.filter(({ action }) => action === 'refused').map(({ userName, detail }) => [userName, detail]),
      );
    }
    for (const [who, role] of [
      ['Amund', 'it'],
      ['Siri', 'fagansvarlig'],
      ['Ivar', 'collection'],
      ['Kari', 'housing'],
    ] as const) {
      for (const name of notFor(role)) expect(refused).toContainEqual([who, name]);
    }
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

/** Every call that someone with only this role may not make. */
const notFor = (role: Role): CallName[] =>
  (Object.keys(contract) as CallName[]).filter((name) => {
    const { roles }: { readonly roles: readonly Role[] } = contract[name];
    return roles.length > 0 && !roles.includes(role);
  });
