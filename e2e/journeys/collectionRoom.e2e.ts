import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trondheimGuide } from '../../shared/garnishment/boutgifter.ts';
import { zDate } from '../../shared/values.ts';
import type { RunningApp } from '../app.ts';
import {
  addClaims,
  addHousehold,
  addNotice,
  BEFORE,
  card,
  createDebtor,
  debtor,
  fetchAll,
  goToDecision,
  IN_TRANSITION,
  roomStep,
  saveAndGoOn,
  words,
} from '../debtors.ts';
import { call, launchTraining, practiseAs, setUp } from '../program.ts';
import { type Simulator, startSimulator } from '../simulator.ts';

describe('room for trekk, under old rules and with rates that are missing', () => {
  let simulator: Simulator;
  let running: RunningApp;
  let page: Page;
  const caseNumber = '2026/5001';

  beforeAll(async () => {
    simulator = await startSimulator();
    running = await launchTraining(simulator);
    const kari = await setUp(running, simulator);
    const siri = await practiseAs(running, kari, 'siri');
    const { settings } = await call(siri, 'collection.setup', {});
    const { livsopphold: none, ...decided } = settings;
    expect(none).toEqual([]);
    await call(siri, 'collection.saveSettings', {
      settings: {
        ...decided,
        boutgiftGuide: trondheimGuide,
        priority: {
          letters: {
            ...decided.priority.letters,
            besoeksbidrag: 'a',
            eiendomsskatt: 'd',
            vannOgAvloep: 'd',
            avfall: 'e',
          },
          decidedBy: 'kommuneadvokaten',
          decidedOn: zDate.parse('2025-01-15'),
        },
      },
    });
    page = await practiseAs(running, siri, 'ivar');
  });
  afterAll(async () => {
    await running?.close();
    await simulator?.stop();
  });

  it('one debtor before the new rules: 7 876 kroner, taken as 7 800 or 20 per cent (example G1)', async () => {
    await createDebtor(page, { caseNumber, about: debtor('G1 Enslig Skyldner'), decisionDate: BEFORE });
    await addClaims(page, [{ type: 'Eiendomsskatt', reference: '2025-1', due: '15.01.2025', kroner: '18000' }]);
    await addNotice(page, '01.02.2025', '22.02.2025');
    await addHousehold(page, '9500');
    await saveAndGoOn(page);
    await fetchAll(page);
    await goToDecision(page);

    await card(page, 'Gamle regler gjelder for denne skyldneren').waitFor();
    expect(await simulator.asked('samordnetTrekk')).toBe(0);
    expect(await roomStep(page, 'Netto inntekt')).toContain('27 600');
    expect(await roomStep(page, 'Livsopphold')).toMatch(
      /10 724 bekreftet i to kilder, gyldig 01\.07\.2024–30\.06\.2025/,
    );
    expect(await roomStep(page, 'Rom for trekk')).toContain('7 876');
    expect(await roomStep(page, 'Trekk, ned til hele hundre')).toContain('7 800');
    expect(await words(card(page, 'Trekkrom'))).toContain('Eller 20 % av trekkgrunnlaget');
  });

  it('every rate leads to where it comes from', async () => {
    await card(page, 'Trekkrom')
      .getByRole('button', { name: /bekreftet i to kilder.*: vis kilden$/ })
      .first()
      .click();
    const source = page.getByRole('dialog');
    expect(await words(source)).toContain('trondheim.kommune.no');
    await page.keyboard.press('Escape');
    await source.waitFor({ state: 'hidden' });
  });

  it('who shall deduct is asked for until someone is chosen', async () => {
    const missing = card(page, 'Kan ikke besluttes ennå').getByText('Trekkpliktig er ikke valgt');
    await missing.waitFor();
    await card(page, 'Trekkpliktig').getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Lagre valgene' }).click();
    await missing.waitFor({ state: 'hidden' });
    await card(page, 'Klar for beslutning').waitFor();
  });

  it('on a day whose rates are missing there is no room, the table is named, and the way to it is shown', async () => {
    await page.getByRole('button', { name: 'Endre saksopplysninger' }).click();
    const details = page.getByRole('dialog');
    await details.getByLabel('Beslutningsdato', { exact: true }).fill(IN_TRANSITION);
    await details.getByRole('checkbox', { name: /§ 2-16/ }).uncheck();
    await details.getByRole('checkbox', { name: /§ 2-15/ }).check();
    await details.getByRole('button', { name: 'Lagre saksopplysninger' }).click();
    await details.waitFor({ state: 'hidden' });
    await page.getByRole('navigation', { name: 'Steg i saken' }).getByRole('link', { name: 'Opplysninger' }).click();
    await fetchAll(page);
    await goToDecision(page);

    const room = card(page, 'Trekkrom');
    await room.getByText('Livsoppholdssatsene fra 01.07.2026 mangler.').waitFor();
    expect(await roomStep(page, 'Rom for trekk')).toContain('kan ikke regnes ut');
    expect(await room.getByRole('rowheader', { name: 'Trekk, ned til hele hundre' }).count()).toBe(0);
    await room.getByRole('link', { name: 'Gå til satser for innkreving' }).click();
    await page.getByRole('heading', { level: 1, name: 'Satser for innkreving' }).waitFor();
    await page.getByText('Bare fagansvarlig kan endre.').waitFor();
    expect(await page.getByRole('button', { name: 'Legg inn satser' }).count()).toBe(0);
  });

  it('the fagansvarlig signs the table, with source and validity', async () => {
    page = await practiseAs(running, page, 'siri');
    await page.getByRole('link', { name: 'Satser for innkreving' }).click();
    await page.getByRole('button', { name: 'Legg inn satser' }).click();
    await page.getByLabel('Gjelder fra', { exact: true }).first().fill('01.07.2026');
    await page.getByLabel('Gjelder til og med').fill('30.06.2027');
    await page.getByRole('button', { name: 'Signer og ta i bruk' }).click();
    await page.getByRole('link', { name: 'Skriv kilden til satsene.' }).waitFor();
    await page.getByLabel('Kilde', { exact: true }).first().fill('regjeringen.no id691824, oppdiktet for prøven');

    // The window goes away half-way: what was typed is there again, in the form it was typed in.
    await page.waitForTimeout(1000);
    page = await practiseAs(running, page, 'siri');
    await page.getByRole('link', { name: 'Satser for innkreving' }).click();
    const form = card(page, 'Livsoppholdssatser');
    await form.getByText('Det du skrev sist, er hentet fram igjen.').waitFor();
    expect(await form.getByLabel('Gjelder til og med').inputValue()).toBe('30.06.2027');
    for (const [label, amount] of [
      ['Enslig', '11400'],
      ['Gift eller samboende, per person', '9650'],
      ['Forsørger ektefelle eller samboer (par)', '19300'],
      ['Barn 0–5 år', '3640'],
      ['Barn 6–10 år', '4830'],
      ['Barn 11–14 år', '6100'],
      ['Barn 15+ år', '7010'],
    ] as const) {
      await form.getByLabel(label, { exact: true }).fill(amount);
    }
    await page.getByRole('button', { name: 'Signer og ta i bruk' }).click();
    const sure = page.getByRole('alertdialog').or(page.getByRole('dialog'));
    await sure.getByText('Tabellen gjelder 01.07.2026–30.06.2027.').waitFor();
    await sure.getByRole('button', { name: 'Signer og ta i bruk' }).click();
    expect(await words(form.getByRole('row').filter({ hasText: '11 400' }))).toMatch(/signert av Siri/);
  });

  it('the signing stands in the journal, with who', async () => {
    await page.getByRole('link', { name: 'Logg over oppslag' }).click();
    const signing = page.getByRole('row').filter({ hasText: 'Bekreftet en livsoppholdssats' });
    expect(await words(signing)).toContain('Siri');
  });

  it('and the room is there, by the signed table', async () => {
    page = await practiseAs(running, page, 'ivar');
    await page.getByRole('link', { name: caseNumber }).click();
    await goToDecision(page);
    // 27 600 − 11 400 − 9 000, the guide's most
    expect(await roomStep(page, 'Rom for trekk')).toContain('7 200');
    await card(page, 'Trekkrom')
      .getByRole('button', { name: /gyldig 01\.07\.2026–30\.06\.2027: vis kilden$/ })
      .first()
      .click();
    expect(await words(page.getByRole('dialog'))).toMatch(/regjeringen\.no id691824.*lagt inn og signert av Siri/);
    await page.keyboard.press('Escape');
  });

  it('one trekk of 6 000 over four claims: 2 500, 2 100, 1 400 and nothing (example G4)', async () => {
    await createDebtor(page, { caseNumber: '2026/5002', about: debtor('G4 Fire Krav'), decisionDate: IN_TRANSITION });
    await addClaims(page, [
      { type: 'Besøksbidrag', reference: 'a', due: '01.10.2026', kroner: '2500' },
      { type: 'Eiendomsskatt', reference: 'd1', due: '01.10.2026', kroner: '18000' },
      { type: 'Vann og avløp', reference: 'd2', due: '01.10.2026', kroner: '12000' },
      { type: 'Renovasjon', reference: 'e', due: '01.10.2026', kroner: '40000' },
    ]);
    await saveAndGoOn(page);
    await fetchAll(page);
    await goToDecision(page);
    const sharing = card(page, 'Når er kravene dekket?');
    await sharing.getByLabel('Trekk per måned', { exact: true }).fill('6000');
    const share = (claim: string) =>
      words(sharing.getByRole('row').filter({ has: page.getByRole('rowheader', { name: claim }) }));
    await expect.poll(() => share('Besøksbidrag a')).toMatch(/a 2 500 2 500 /);
    expect(await share('Eiendomsskatt d1')).toMatch(/d 18 000 2 100 /);
    expect(await share('Vann og avløp d2')).toMatch(/d 12 000 1 400 /);
    expect(await share('Renovasjon e')).toMatch(/e 40 000 0 /);
  });

  it('what was done in the case stands in its history: made, fetched twice, by whom', async () => {
    await page
      .getByRole('link', { name: /^Mine saker/ })
      .first()
      .click();
    await page.getByRole('link', { name: caseNumber }).click();
    await page.getByRole('link', { name: 'Historikk' }).click();
    const rows = await card(page, 'Historikk').getByRole('row').allInnerTexts();
    expect(rows.at(-1)).toContain('Saken ble opprettet av Ivar');
    expect(rows.slice(1, -1).join()).toMatch(/Hentet \d opplysninger/);
  });
});
