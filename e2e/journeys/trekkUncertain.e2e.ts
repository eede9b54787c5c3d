import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningApp } from '../app.ts';
import { card, debtor, fetchAll, words } from '../debtors.ts';
import { type Simulator, startSimulator } from '../simulator.ts';
import {
  attachDocument,
  beginRegistration,
  confirm,
  decidedUnderNewRules,
  decidedUnderOldRules,
  goToRegistration,
  isCalled,
  makeLetters,
  review,
  toPutRight,
  trekkDesk,
  word,
} from '../trekk.ts';

describe('when it is not plain sailing: nobody knows, the authority says no, something has changed', () => {
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

  it('stored, and the answer lost: it says that nobody knows, what is being done and when to call', async () => {
    await decidedUnderOldRules(page, '2026/7101', 'Fri Bane');
    await beginRegistration(page);
    await review(page);
    await makeLetters(running, page);
    await simulator.fault('registrering', { kind: 'cut', when: 'after' });
    await confirm(page);
    await isCalled(page, 'Vet ikke ennå');
    const unknown = await words(card(page, 'Vet ikke ennå'));
    expect(unknown).toMatch(/Prøver igjen (om \d+ sekunder|nå)/);
    expect(unknown).toMatch(/Er det ikke avklart .* kl\. \d{2}\.\d{2}, ring Skatteetaten/);
    expect(unknown).toContain('Samme melding har samme nøkkel');
    expect(await page.getByRole('button', { name: 'Tilbake til utkast' }).count()).toBe(0);
  });

  it('stands on the list of what needs someone', async () => {
    await page.getByRole('link', { name: /^Trekk/ }).click();
    const line = page.getByRole('row').filter({ hasText: '2026/7101' });
    expect(await words(line)).toMatch(/Vet ikke ennå.*Vet ikke om det kom fram/);
    await line.getByRole('link').click();
    await isCalled(page, 'Vet ikke ennå');
  });

  it('«Prøv nå» with the same key settles it: there once', async () => {
    await simulator.mend();
    const again = page.getByRole('button', { name: 'Prøv nå' });
    // A try may be going on by itself at this moment.
    await again.click().catch(() => undefined);
    await isCalled(page, 'Sendt');
    expect((await simulator.registrations()).filter(({ kind }) => kind === 'registrer')).toHaveLength(1);
  });

  it('never left the PC: it says «Ikke sendt», and is sent when there is contact', async () => {
    await decidedUnderOldRules(page, '2026/7102', 'G1 Enslig Skyldner');
    await beginRegistration(page);
    await review(page);
    await makeLetters(running, page);
    await simulator.fault('token', { kind: 'status', status: 503 });
    await simulator.fault('registrering', { kind: 'status', status: 503 });
    await confirm(page);
    await card(page, /^(Ikke sendt|Vet ikke ennå)$/)
      .getByText(/^Prøver igjen/)
      .waitFor({ timeout: 20_000 });
    expect((await simulator.registrations()).filter(({ kind }) => kind === 'registrer')).toHaveLength(1);
    await simulator.mend();
    await page
      .getByRole('button', { name: 'Prøv nå' })
      .click()
      .catch(() => undefined);
    await isCalled(page, 'Sendt');
  });

  it('someone registered meanwhile (409): nothing was sent, and the way goes back to the coordination', async () => {
    await decidedUnderOldRules(page, '2026/7103', 'Lukket Bok');
    await beginRegistration(page);
    await review(page);
    await makeLetters(running, page);
    const before = (await simulator.registrations()).length;
    await simulator.registerForAnother({ nationalId: debtor('Lukket Bok').nationalId, kroner: 1500, letter: 'a' });
    await confirm(page);
    await page.getByText('Noe er endret siden oppslaget. Ingenting ble registrert.').waitFor();
    expect(await word(page)).toBe('Ikke sendt');
    expect(await simulator.registrations()).toHaveLength(before);
    await page.getByRole('link', { name: 'Hent opplysninger på nytt' }).click();
    await fetchAll(page);
    await page.getByRole('link', { name: 'Gå til beslutning' }).click();
    await card(page, 'Samordning').getByText('Et trekk med bedre eller lik prioritet løper').waitFor();
  });

  it('a no (422) stands at its field, and leads there', async () => {
    // Another PC has sent the same claim, so that only the authority knows.
    const other = await trekkDesk(simulator);
    await decidedUnderNewRules(other.page, '2026/7104', 'Rent Skifte');
    await beginRegistration(other.page);
    await attachDocument(other.running, other.page);
    await review(other.page);
    await makeLetters(other.running, other.page);
    await confirm(other.page);
    await isCalled(other.page, 'Sendt');
    await other.running.close();

    await decidedUnderNewRules(page, '2026/7105', 'Rent Skifte');
    await beginRegistration(page);
    await attachDocument(running, page);
    await review(page);
    await makeLetters(running, page);
    await confirm(page);
    const refused = card(page, 'Avvist');
    await refused.waitFor({ timeout: 20_000 });
    expect(await words(refused)).toContain('Kravet er allerede med i et annet trekk');
    expect(await word(page)).toBe('Ikke sendt');
    await refused.getByRole('button', { name: /Krav 1, referanse/ }).click();
    const reference = page.getByLabel('Referanse, krav 1');
    await reference.waitFor();
    await expect.poll(() => reference.evaluate((field) => field === document.activeElement)).toBe(true);
    await reference.fill('2026-2');
    await review(page);
    await makeLetters(running, page);
    await confirm(page);
    await isCalled(page, 'Sendt');
    await goToRegistration(page);
    expect(await toPutRight(page).count()).toBe(0);
  });
});
