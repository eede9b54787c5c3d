import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningApp } from '../app.ts';
import { card, words } from '../debtors.ts';
import { practiseAs } from '../program.ts';
import { type Simulator, startSimulator } from '../simulator.ts';
import {
  beginAct,
  beginRegistration,
  confirm,
  decidedUnderOldRules,
  isCalled,
  makeLetters,
  review,
  toPutRight,
  trekkDesk,
  word,
} from '../trekk.ts';

describe('a trekk under the old rules, from a decided case to the end of it', () => {
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

  it('is filled in from the case, and says at each field what is wrong while one types', async () => {
    await decidedUnderOldRules(page, '2026/7001', 'Fri Bane');
    await page.getByRole('button', { name: 'Begynn registrering' }).click();
    const kid = page.getByLabel('KID');
    await toPutRight(page)
      .getByRole('button', { name: /^KID mangler/ })
      .click();
    expect(await kid.evaluate((field) => field === document.activeElement)).toBe(true);
    await kid.fill('12345');
    await page.getByText('KID mangler eller har feil kontrollsiffer').first().waitFor();
    await page.getByLabel('Fra, periode 1').fill('31.02.2027');
    await toPutRight(page).getByText('Skriv datoen som dd.mm.åååå.').waitFor();
    await page.getByRole('button', { name: 'Kontroller og se over' }).click();
    expect(await word(page)).toBe('Ikke sendt');
    expect(await simulator.registrations()).toEqual([]);
  });

  it('nothing typed is lost when one goes elsewhere', async () => {
    await page.getByLabel('Navn på skyldneren').fill('Fri Bane');
    await page.waitForTimeout(600);
    await page.getByRole('link', { name: 'Alle trekk i saken' }).click();
    await page.getByRole('link', { name: 'Registrering av trekk' }).click();
    await page.getByText('Det du skrev sist, er hentet fram igjen.').waitFor();
    expect(await page.getByLabel('Navn på skyldneren').inputValue()).toBe('Fri Bane');
    expect(await page.getByLabel('Fra, periode 1').inputValue()).toBe('31.02.2027');
  });

  it('can’t be sent before the letters are made; the review says what will be sent', async () => {
    await page.getByLabel('Fra, periode 1').fill('01.12.2026');
    await page.getByLabel('KID').fill('12344');
    await review(page);
    const said = await words(card(page, 'Dette registreres'));
    expect(said).toMatch(/Fri Bane, \d{6} \*{5}/);
    expect(said).toMatch(/7 200 kr i måneden fra 01\.12\.2026/);
    expect(said).toContain('Bokstav d etter dekningsloven § 2-8.');
    await card(page, 'Kan ikke sendes ennå').getByText('Underretning til skyldneren er ikke laget.').waitFor();
    expect(await page.getByRole('button', { name: 'Send registreringen nå' }).count()).toBe(0);
    await makeLetters(running, page);
  });

  it('one deliberate press, and the register has it once', async () => {
    await confirm(page);
    await isCalled(page, 'Sendt');
    await card(page, 'Sendt').getByText('Registrert, har ikke begynt.').waitFor();
    expect(await simulator.registrations()).toMatchObject([
      { kind: 'registrer', versjon: 1, status: 'registrert', innsendersReferanse: '2026/7001' },
    ]);
  });

  it('a letter is recorded with its channel and date', async () => {
    const letters = card(page, 'Brev');
    await letters.getByRole('button', { name: 'Før som sendt' }).first().click();
    await letters.getByLabel('Sendt').fill('22.11.2026');
    await letters.getByLabel('Hvordan').selectOption({ label: 'brev' });
    await letters.getByRole('button', { name: 'Før som sendt' }).first().click();
    await letters.getByText('Sendt 22.11.2026 (brev).').waitFor();
  });

  it('is changed, never lengthened, and the review shows the difference', async () => {
    await beginAct(page, 'Endre', 'Ny vurdering av livsopphold');
    const end = page.getByLabel('Til og med, periode 2');
    const before = await end.inputValue();
    await end.fill('31.03.2027');
    await toPutRight(page).getByText('Et registrert trekk kan ikke forlenges.').waitFor();
    await end.fill(before);
    await page.getByLabel('Kroner per måned, periode 1').fill('5000');
    await review(page);
    expect(await words(card(page, 'Forskjeller fra det som er registrert'))).toMatch(/7 200 kr.*5 000 kr/);
    await makeLetters(running, page);
    await confirm(page);
    await isCalled(page, 'Sendt');
    expect(await words(card(page, 'Slik er trekket registrert'))).toMatch(/5 000 kr i måneden.*versjon 2/);
  });

  it('a wrongly registered trekk takes two: who asks can’t say yes, and a no sends nothing', async () => {
    await beginAct(page, 'Avslutte', 'Feilregistrert: skulle aldri vært registrert');
    await toPutRight(page)
      .getByText(/^Skriv en begrunnelse/)
      .waitFor();
    await page.getByRole('textbox', { name: 'Begrunnelse', exact: true }).fill('Feil person, jf. dokument 12');
    await review(page);
    await makeLetters(running, page);
    await confirm(page);
    await card(page, 'Venter på en annen').waitFor();
    expect(await page.getByRole('button', { name: 'Godkjenn og send' }).count()).toBe(0);
    expect(await simulator.registrations()).toHaveLength(2);

    page = await practiseAs(running, page, 'turid');
    await page.getByRole('link', { name: /^Trekk/ }).click();
    await page.getByRole('row').filter({ hasText: '2026/7001' }).getByText('Venter på godkjenning.').waitFor();
    await page.getByRole('link', { name: '2026/7001' }).click();
    await card(page, 'Venter på din godkjenning').getByText('Ivar').waitFor();
    await page.getByRole('button', { name: 'Godkjenn og send' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Godkjenn og send nå' }).click();
    await isCalled(page, 'Sendt');
    await page.getByText('Slettet som feilregistrert.').waitFor();
    expect(await simulator.registrations()).toMatchObject([{}, {}, { kind: 'avslutt', status: 'slettet' }]);
  });

  it('a trekk is ended, and can’t be opened again', async () => {
    page = await practiseAs(running, page, 'ivar');
    await decidedUnderOldRules(page, '2026/7002', 'G1 Enslig Skyldner');
    await beginRegistration(page);
    await review(page);
    await makeLetters(running, page);
    await confirm(page);
    await isCalled(page, 'Sendt');
    await beginAct(page, 'Avslutte', 'Kravet er trukket');
    await page.getByRole('textbox', { name: 'Begrunnelse', exact: true }).fill('Kravet er ettergitt, jf. dokument 3');
    await review(page);
    await makeLetters(running, page);
    await confirm(page);
    await isCalled(page, 'Sendt');
    await page.getByText(/^Avsluttet: kravet er trukket\. Siste dag/).waitFor();
    expect(await card(page, 'Endre eller avslutte').count()).toBe(0);
  });
});
