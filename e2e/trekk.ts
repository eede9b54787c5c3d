import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright';
import { practiceCollectionSettings } from '../electron/training/practiceCollection.ts';
import type { Instant } from '../shared/dates.ts';
import type { RunningApp } from './app.ts';
import {
  addClaims,
  addHousehold,
  addNotice,
  card,
  createDebtor,
  debtor,
  decideOn,
  fetchAll,
  goToDecision,
  IN_TRANSITION,
  saveAndGoOn,
} from './debtors.ts';
import { answerOpenDialog, answerSaveDialog, call, launchTraining, practiseAs, setUp } from './program.ts';
import type { Simulator } from './simulator.ts';

// What the collection officer does with a trekk of the municipality's own, in the words on the screen.

const folder = mkdtempSync(path.join(tmpdir(), 'saksbord-trekk-'));

/** A program set up against a simulator that the test holds in its hand, with Ivar at the innkrevingsdesk. */
export async function trekkDesk(
  simulator: Simulator,
  options: { profileDir?: string } = {},
): Promise<{ running: RunningApp; page: Page }> {
  const running = await launchTraining(simulator, options);
  const kari = await setUp(running, simulator);
  const siri = await practiseAs(running, kari, 'siri');
  const { livsopphold, ...settings } = practiceCollectionSettings(new Date().toISOString() as Instant);
  await call(siri, 'collection.saveSettings', { settings });
  for (const { validFrom, validTo, source, rates } of livsopphold) {
    if (rates && validTo)
      await call(siri, 'collection.signLivsopphold', { table: { validFrom, validTo, source, rates } });
  }
  return { running, page: await practiseAs(running, siri, 'ivar') };
}

/** To the last step of the open case. */
export const goToRegistration = (page: Page): Promise<void> =>
  page.getByRole('navigation', { name: 'Steg i saken' }).getByRole('link', { name: 'Registrering' }).click();

/** From nothing to a case under the old rules that is ready to be registered: one claim, and who deducts. */
export async function decidedUnderOldRules(page: Page, caseNumber: string, name: string): Promise<void> {
  await decideOn(page, caseNumber, debtor(name));
  await card(page, 'Trekkpliktig').getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Lagre valgene' }).click();
  await card(page, 'Klar for beslutning').waitFor();
  await goToRegistration(page);
}

/** From nothing to a case under the new rules that is ready to be decided. */
export async function decidedUnderNewRules(page: Page, caseNumber: string, name: string): Promise<void> {
  await decideOn(page, caseNumber, debtor(name));
  await card(page, 'Klar for beslutning').waitFor();
  await goToRegistration(page);
}

/** From nothing to a case about the claim (ES-1) of a trekk of ours that is in the register, which is then followed from it. `remaining`: kroner. */
export async function followOwnTrekk(page: Page, caseNumber: string, name: string, remaining = '18000'): Promise<void> {
  await createDebtor(page, { caseNumber, about: debtor(name), decisionDate: IN_TRANSITION });
  await addClaims(page, [{ type: 'Eiendomsskatt', reference: 'ES-1', due: '01.10.2026', kroner: '18000' }]);
  await page.getByLabel('Gjenstår, krav 1').fill(remaining);
  await addNotice(page, '15.10.2026', '06.11.2026');
  await addHousehold(page, '9000');
  await saveAndGoOn(page);
  await fetchAll(page);
  await goToDecision(page);
  await goToRegistration(page);
  await page.getByRole('button', { name: 'Følg trekket' }).first().click();
  await card(page, 'Slik er trekket registrert').waitFor();
}

/** Begins a registration (or a decision) and fills in what the case does not tell. Ends on the form. */
export async function beginRegistration(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Begynn (registrering|beslutning)$/ }).click();
  await page.getByLabel('Navn på skyldneren').fill('Skyldner Skyldnersen');
  await page.getByLabel('KID').fill('12344');
}

/** Begins a change or an end of the registered trekk, for a reason as it is called on the screen. Ends on the form. */
export async function beginAct(page: Page, kind: 'Endre' | 'Avslutte', reason: string): Promise<void> {
  const begin = card(page, 'Endre eller avslutte');
  await begin.getByRole('radio', { name: kind }).check();
  await begin.getByLabel('Årsak').selectOption({ label: reason });
  await begin.getByRole('button', { name: /^Begynn/ }).click();
  const name = page.getByLabel('Navn på skyldneren');
  await name.waitFor();
  if ((await name.inputValue()) === '') await name.fill('Skyldner Skyldnersen');
}

/** What must be put right, and what must be given a reason. */
export const toPutRight = (page: Page): Locator => card(page, /^\d+ ting må rettes$/);

/** From the form to the review. A warning of each kind that stands there gets a reason. */
export async function review(page: Page): Promise<void> {
  const check = page.getByRole('button', { name: 'Kontroller og se over' });
  // The rules are held against what was typed a moment after the last key.
  await page.waitForTimeout(700);
  for (const reason of await page.getByLabel(/^Begrunnelse: /).all()) await reason.fill('Vurdert i saken');
  await check.click();
  await page.getByRole('button', { name: 'Endre utkastet' }).waitFor();
}

/** Makes the letters that the review misses, one after the other. Ends when it can be sent. */
export async function makeLetters(running: RunningApp, page: Page): Promise<void> {
  const missing = card(page, 'Kan ikke sendes ennå').getByRole('button', { name: /^Lag / });
  const ready = card(page, 'Klar til å sendes');
  for (;;) {
    await missing.first().or(ready).waitFor();
    if (await ready.isVisible()) return;
    const made = card(page, 'Brev').locator('.letter-list > li');
    const before = await made.count();
    await answerSaveDialog(running, path.join(folder, `brev-${crypto.randomUUID()}.pdf`));
    await missing.first().click();
    // Its name is gone while it works: only the letter itself says that it is made.
    await made.nth(before).waitFor({ timeout: 30_000 });
  }
}

/** A decision document: the smallest PDF there is, in a file. */
export function decisionPdf(): string {
  const file = path.join(folder, 'beslutning.pdf');
  writeFileSync(file, '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
  return file;
}

/** Chooses a decision document that is a PDF. */
export async function attachDocument(running: RunningApp, page: Page): Promise<void> {
  await answerOpenDialog(running, decisionPdf());
  await page.getByRole('button', { name: 'Legg ved beslutningen' }).first().click();
  await page.getByText(/^beslutning\.pdf \(/).waitFor();
}

/** The one deliberate press, and the answer in the dialog. */
export async function confirm(page: Page): Promise<void> {
  await card(page, 'Klar til å sendes').getByRole('button').first().click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^(Send nå|Be om godkjenning)$/ })
    .click();
}

/** Opens the trekk of a case from the list of one's own. */
export async function openTrekk(page: Page, caseNumber: string): Promise<void> {
  await page.getByRole('link', { name: /^Trekk/ }).click();
  await page.getByRole('radio', { name: /^Mine/ }).click();
  await page.getByRole('row').filter({ hasText: caseNumber }).getByRole('link').first().click();
  await page.locator('.trekk-head').waitFor();
}

/** From a form that is filled in to the authority's yes. */
export async function sendIt(running: RunningApp, page: Page): Promise<void> {
  await review(page);
  await makeLetters(running, page);
  await confirm(page);
  await isCalled(page, 'Sendt');
}

/** «Sendt», «Ikke sendt» or «Vet ikke ennå», as it stands beside the title of the open trekk. */
export const word = (page: Page): Promise<string> => page.locator('.trekk-head .aksel-tag').innerText();

/** Waits until the open trekk is called this. */
export const isCalled = (page: Page, called: 'Sendt' | 'Ikke sendt' | 'Vet ikke ennå'): Promise<void> =>
  page.locator('.trekk-head').getByText(called, { exact: true }).waitFor({ timeout: 20_000 });
