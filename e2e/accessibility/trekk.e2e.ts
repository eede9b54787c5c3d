import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { RunningApp } from '../app.ts';
import { card } from '../debtors.ts';
import { practiseAs } from '../program.ts';
import { type Simulator, startSimulator } from '../simulator.ts';
import {
  attachDocument,
  beginAct,
  beginRegistration,
  confirm,
  decidedUnderNewRules,
  decidedUnderOldRules,
  followOwnTrekk,
  isCalled,
  makeLetters,
  review,
  toPutRight,
  trekkDesk,
} from '../trekk.ts';
import { isFine } from './isFine.ts';

describe('every screen of a trekk of our own can be read and used by everyone', () => {
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

  const fine = (next?: Locator): Promise<void> => isFine(running, page, next);
  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });

  it('empty lists', async () => {
    await page.getByRole('link', { name: 'Trekk', exact: true }).click();
    await page.getByText('Ingen trekk ennå').waitFor();
    await fine(page.getByRole('link', { name: 'Gå til sakene' }));
    await page.getByRole('link', { name: 'Flyttedagen' }).click();
    await page.getByText('Ingen trekk å flytte').waitFor();
    await fine();
  });

  it('the step of the case, and the form: filled in, and with mistakes', async () => {
    await decidedUnderOldRules(page, '2026/8301', 'Fri Bane');
    await fine(button('Begynn registrering'));
    await beginRegistration(page);
    await button('Endre krav 1').click();
    await fine(button('Kontroller og se over'));
    await page.getByLabel('Fra, periode 1').fill('tull');
    await page.getByLabel('KID').fill('12345');
    await page.getByLabel('Beslutningsdato', { exact: true }).fill('01.10.2025');
    await toPutRight(page).first().waitFor();
    await fine(button('Kontroller og se over'));
    await page.getByLabel('Fra, periode 1').fill('01.12.2026');
    await page.getByLabel('KID').fill('12344');
    await page.getByLabel('Beslutningsdato', { exact: true }).fill('20.11.2026');
  });

  it('the review, the confirmation, and nobody knowing', async () => {
    await review(page);
    await button('Lag underretning').waitFor();
    await fine(button('Lag underretning'));
    await makeLetters(running, page);
    await button('Send registreringen nå').click();
    await page.getByRole('alertdialog').waitFor();
    await fine();
    await page.keyboard.press('Escape');
    await simulator.fault('registrering', { kind: 'cut', when: 'before' });
    await confirm(page);
    await isCalled(page, 'Vet ikke ennå');
    await fine();
    await page.getByRole('link', { name: /^Trekk/ }).click();
    await page.getByRole('link', { name: '2026/8301' }).waitFor();
    await fine(page.getByRole('link', { name: '2026/8301' }));
    await page.getByRole('link', { name: '2026/8301' }).click();
    await simulator.mend();
    await button('Prøv nå')
      .click({ timeout: 6_000 })
      .catch(() => undefined);
    await isCalled(page, 'Sendt');
    await fine(button('Begynn endring'));
  });

  it('a change, its differences, and an end that takes two', async () => {
    await beginAct(page, 'Endre', 'Klage');
    await page.getByLabel('Kroner per måned, periode 1').fill('5000');
    await review(page);
    await card(page, 'Forskjeller fra det som er registrert').waitFor();
    await fine(button('Endre utkastet'));
    await makeLetters(running, page);
    await confirm(page);
    await isCalled(page, 'Sendt');
    await beginAct(page, 'Avslutte', 'Feilregistrert: skulle aldri vært registrert');
    await page.getByRole('textbox', { name: 'Begrunnelse', exact: true }).fill('Dobbelt');
    await fine(button('Kontroller og se over'));
    await review(page);
    await makeLetters(running, page);
    await confirm(page);
    await card(page, 'Venter på en annen').waitFor();
    await fine(button('Tilbake til utkast'));
    page = await practiseAs(running, page, 'turid');
    await page.getByRole('link', { name: /^Trekk/ }).click();
    await page.getByRole('link', { name: '2026/8301' }).click();
    await fine(button('Godkjenn og send'));
    page = await practiseAs(running, page, 'ivar');
  });

  it('a decision under the new rules: its form, and what is known of it afterwards', async () => {
    await decidedUnderNewRules(page, '2026/8302', 'Rent Skifte');
    await beginRegistration(page);
    await button('Endre krav 1').click();
    await button(/^Legg til innbetaling/).click();
    await page.getByRole('radio', { name: 'En annen adresse' }).check();
    await page.getByRole('checkbox', { name: /^Et annet namsmannsdistrikt/ }).check();
    await toPutRight(page).first().waitFor();
    await fine(button('Kontroller og se over'));
    await page.getByRole('radio', { name: 'Som i Folkeregisteret' }).check();
    await page.getByRole('checkbox', { name: /^Et annet namsmannsdistrikt/ }).uncheck();
    await button('Fjern innbetaling 1 på krav 1').click();
    await attachDocument(running, page);
    await review(page);
    await fine(button('Lag underretning'));
    await makeLetters(running, page);
    await confirm(page);
    await isCalled(page, 'Sendt');
    await button('Før tilstanden').click();
    await fine(button('Før tilstanden'));
  });

  it('the moving day, and many in one go', async () => {
    await followOwnTrekk(page, '2026/8303', 'Glemt Lås');
    await page.getByRole('link', { name: 'Flyttedagen' }).click();
    await page.getByRole('checkbox', { name: 'Velg 2026/8303' }).check();
    await fine(button('Gjør 1 samlet: avslutt'));
    await button('Gjør 1 samlet: avslutt').click();
    await page.getByText('Navnet må skrives før brevene kan lages.').waitFor();
    await fine(button('Tilbake til listen'));
  });
});
