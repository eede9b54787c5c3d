import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../app.ts';
import {
  beginAsIvar,
  card,
  createDebtor,
  debtor,
  enterUsual,
  fetchAll,
  goToDecision,
  IN_TRANSITION,
  saveAndGoOn,
} from '../debtors.ts';
import { practiseAs } from '../program.ts';
import { violations } from './axe.ts';
import { isFine as isFineIn } from './isFine.ts';

describe('every screen of the innkrevingsdesk can be read and used by everyone', () => {
  let running: RunningApp;
  let page: Page;

  beforeAll(async () => {
    running = await launchApp({ args: ['--training'] });
    page = await beginAsIvar(running);
  });
  afterAll(() => running?.close());

  const isFine = (next?: Locator) => isFineIn(running, page, next);
  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const link = (name: string): Locator => page.getByRole('link', { name });
  const dialogIsFine = async (open: Locator): Promise<void> => {
    await open.click();
    await page.getByRole('dialog').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  };

  it('an empty list', async () => {
    await link('Opprett den første saken').waitFor();
    await isFine(link('Opprett den første saken'));
  });

  it('a new case, also when something must be put right', async () => {
    await link('Ny sak').first().click();
    await button('Opprett sak').click();
    await link('Skriv saksnummeret.').waitFor();
    await isFine(button('Opprett sak'));
  });

  it('claims, notices and the household: empty, with mistakes, filled', async () => {
    await createDebtor(page, { caseNumber: '2026/8101', about: debtor('Egen Kø'), decisionDate: IN_TRANSITION });
    await isFine(button('Legg til det første kravet'));
    await button('Legg til det første kravet').click();
    await button('Før varsel').click();
    await button('Før svar').click();
    await button('Legg inn husstanden').click();
    await page.getByRole('radio', { name: 'Ektefelle eller samboer' }).check();
    await button('Legg til barn').click();
    await button('Legg til samvær').click();
    await button('Legg til annen inntekt').click();
    await page.getByRole('checkbox', { name: 'Skyldneren er selvstendig næringsdrivende' }).check();
    await button('Lagre og gå til opplysninger').click();
    await link('Skriv en referanse.').first().waitFor();
    await isFine(button('Lagre og gå til opplysninger'));
  });

  it('what the registers hold: before and after', async () => {
    await createDebtor(page, { caseNumber: '2026/8102', about: debtor('Egen Kø'), decisionDate: IN_TRANSITION });
    await enterUsual(page);
    await saveAndGoOn(page);
    await isFine(button('Hent opplysninger'));
    await fetchAll(page);
    await isFine(link('Gå til beslutning'));
  });

  it('the decision under old rules, with a trekk of our own, its steps and its sources', async () => {
    await goToDecision(page);
    await isFine(button('Lagre valgene'));
    await card(page, 'Hva gjør kommunen?').getByRole('radio', { name: 'Et trekk til ved siden av vårt eget' }).check();
    await button('Lagre valgene').click();
    await button('Vis alle steg').click();
    await button('vis som tabell').click();
    await isFine(button('Lagre valgene'));
    await dialogIsFine(
      card(page, 'Trekkrom')
        .getByRole('button', { name: /vis kilden$/ })
        .first(),
    );
    await dialogIsFine(button('Endre saksopplysninger'));
  });

  it('the decision under new rules, and one that is stopped', async () => {
    for (const [caseNumber, name] of [
      ['2026/8103', 'Ny Vei'],
      ['2026/8104', 'Skjult Sti'],
    ] as const) {
      await createDebtor(page, { caseNumber, about: debtor(name), decisionDate: IN_TRANSITION });
      await enterUsual(page);
      await saveAndGoOn(page);
      await fetchAll(page);
      await goToDecision(page);
      await isFine();
    }
  });

  it('the list with cases in it, and the rates as an officer reads them', async () => {
    await page.getByRole('link', { name: /^Mine saker/ }).click();
    await link('2026/8102').waitFor();
    await isFine(link('2026/8102'));
    await link('Satser for innkreving').click();
    await card(page, 'Livsoppholdssatser').waitFor();
    await isFine();
  });

  it('the rates as the fagansvarlig changes them', async () => {
    page = await practiseAs(running, page, 'siri');
    await link('Satser for innkreving').click();
    await button('Legg inn satser').click();
    await button('Signer og ta i bruk').click();
    await link('Skriv kilden til satsene.').waitFor();
    await isFine(button('Signer og ta i bruk'));
  });
});
