import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningApp } from '../app.ts';
import { card, words } from '../debtors.ts';
import { answerSaveDialog } from '../program.ts';
import { type Simulator, startSimulator } from '../simulator.ts';
import {
  attachDocument,
  beginAct,
  beginRegistration,
  confirm,
  followOwnTrekk,
  goToRegistration,
  isCalled,
  makeLetters,
  review,
  trekkDesk,
} from '../trekk.ts';

describe('the new rules, and moving there', () => {
  let simulator: Simulator;
  let running: RunningApp;
  let page: Page;

  beforeAll(async () => {
    simulator = await startSimulator();
    ({ running, page } = await trekkDesk(simulator));
  });
  afterAll(async () => {
    await running?.close();
    await simulator?.stop();
  });

  it('a trekk of ours that runs is followed from the register', async () => {
    await followOwnTrekk(page, '2026/7201', 'Mellom Tider');
    await card(page, 'Sendt').getByText('Løper.').waitFor();
    expect(await words(card(page, 'Historikk'))).toContain('Følges fra utleggsdatabasen');
  });

  it('the old trekk can’t be ended as moved before ELAN has the decision', async () => {
    await beginAct(page, 'Avslutte', 'Overført til samordnet trekk');
    await page.getByRole('button', { name: 'Kontroller og se over' }).click();
    await page.getByText('ELAN har ikke bekreftet beslutningen ennå.').waitFor();
    expect(await page.getByRole('button', { name: 'Send avslutningen nå' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Endre utkastet' }).click();
    await page.getByRole('button', { name: 'Forkast utkastet' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Forkast utkastet' }).click();
    await card(page, 'Slik er trekket registrert').waitFor();
  });

  it('the decision goes with its document, and no running amount or period is shown', async () => {
    await goToRegistration(page);
    await beginRegistration(page);
    await review(page);
    await card(page, 'Kan ikke sendes ennå').getByText('Beslutningen er ikke lagt ved.').waitFor();
    await attachDocument(running, page);
    await makeLetters(running, page);
    await confirm(page);
    await isCalled(page, 'Sendt');
    const received = card(page, 'Beslutningen ELAN har mottatt');
    await received.waitFor();
    expect(await words(page.getByRole('main', { name: 'Innhold' }))).not.toMatch(/kr i måneden/);
    await card(page, 'Sendt').getByText('Saksbord kjenner ikke størrelsen eller perioden.').waitFor();
    expect(await simulator.registrations()).toMatchObject([{ kind: 'vedlegg' }, { kind: 'beslutning' }]);
  });

  it('what Skatteetaten tells is entered by hand, with where it is from', async () => {
    const form = card(page, 'Hva Skatteetaten har fortalt');
    await form.getByLabel('Tilstand').selectOption({ label: 'Med i det samordnede trekket' });
    await form.getByRole('button', { name: 'Før tilstanden' }).click();
    await form.getByText('Skriv hvor du har det fra.').waitFor();
    await form.getByLabel('Hvor du har det fra').fill('Brev fra Skatteetaten');
    await form.getByRole('button', { name: 'Før tilstanden' }).click();
    await card(page, 'Sendt').getByText('Med i det samordnede trekket.').waitFor();
  });

  it('the moving day: the old trekk is ended as moved, many in one go', async () => {
    await followOwnTrekk(page, '2026/7202', 'Glemt Lås');
    await followOwnTrekk(page, '2026/7203', 'Betalt Regning', '0');
    await page.getByRole('link', { name: 'Flyttedagen' }).click();
    const row = (caseNumber: string) => page.getByRole('row').filter({ hasText: caseNumber });
    expect(await words(row('2026/7201'))).toContain('Avslutt overført');
    expect(await words(row('2026/7202'))).toMatch(/Avslutt .*Avslutt trekket/);

    const file = path.join(tmpdir(), `flyttedagen-${process.pid}.csv`);
    await answerSaveDialog(running, file);
    await page.getByRole('button', { name: 'Lagre listen som CSV' }).click();
    await page.getByText(/^Lagret som /).waitFor();
    expect(readFileSync(file, 'utf8')).toContain('2026/7203');
    rmSync(file);

    await page.getByRole('checkbox', { name: 'Velg 2026/7202' }).check();
    expect(await page.getByRole('checkbox', { name: 'Velg 2026/7201' }).isDisabled()).toBe(true);
    await page.getByRole('checkbox', { name: 'Velg 2026/7203' }).check();
    await page.getByRole('button', { name: 'Gjør 2 samlet: avslutt' }).click();
    const batch = card(page, 'Avslutt: 2 trekk');
    await batch.getByText('Navnet må skrives før brevene kan lages.').nth(1).waitFor();
    for (const caseNumber of ['2026/7202', '2026/7203']) {
      await batch.getByLabel(`Navn på skyldneren, ${caseNumber}`).fill('Skyldner Skyldnersen');
    }
    await batch.getByRole('button', { name: 'Lag brevene som mangler (2)' }).click();
    await batch.getByRole('button', { name: 'Send 2 nå' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Send 2 nå' }).click();
    await batch.getByText('Sendt: 2').waitFor({ timeout: 20_000 });
    expect((await simulator.registrations()).filter(({ kind }) => kind === 'avslutt')).toHaveLength(2);
    await batch.getByRole('button', { name: 'Tilbake til listen' }).click();
    await row('2026/7201').waitFor();
    await expect.poll(() => row('2026/7202').count()).toBe(0);
  });
});
