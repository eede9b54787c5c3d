import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningApp } from '../app.ts';
import { card, fetchAll, words } from '../debtors.ts';
import { type ReadPdf, readPdf } from '../pdf.ts';
import { answerSaveDialog, tryCall } from '../program.ts';
import { type Simulator, startSimulator } from '../simulator.ts';
import {
  beginAct,
  beginRegistration,
  confirm,
  goToRegistration,
  isCalled,
  makeLetters,
  openTrekk,
  review,
  sendIt,
  toPutRight,
  trekkDesk,
  word,
} from '../trekk.ts';
import { caseAtHand, checked, followed } from '../trekkBeforehand.ts';

// utleggsdatabasen.md 7.1: another employer, a longer period, a refused draft, and what is not ours to touch.
describe('another employer, more time, a no, and another authority’s trekk', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'saksbord-letters-'));
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

  const step = (name: string) =>
    page.getByRole('navigation', { name: 'Steg i saken' }).getByRole('link', { name }).click();

  /** Makes one of the letters that the review misses, and reads it as others do. */
  async function letter(button: string): Promise<ReadPdf> {
    const file = path.join(folder, `${button}.pdf`);
    await answerSaveDialog(running, file);
    const made = card(page, 'Brev').locator('.letter-list > li');
    const before = await made.count();
    await card(page, 'Kan ikke sendes ennå').getByRole('button', { name: button, exact: true }).click();
    await made.nth(before).waitFor({ timeout: 30_000 });
    return readPdf(file);
  }

  it('another employer: the new one is told to deduct, the old one to stop, the debtor of both', async () => {
    await followed(
      page,
      await caseAtHand(page, { caseNumber: '2026/7501', name: 'Ny Arbeidsplass', reference: 'ES-1' }),
    );
    await openTrekk(page, '2026/7501');
    await beginAct(page, 'Endre', 'Ny trekkpliktig');
    expect(await card(page, 'Hvem trekker').getByLabel('Navn').inputValue()).toBe('BLANK SKIFTENØKKEL VERKSTED AS');
    await review(page);
    expect(await words(card(page, 'Forskjeller fra det som er registrert'))).toMatch(
      /TRAVEL MAUR DAGLIGVARE AS.*BLANK SKIFTENØKKEL VERKSTED AS/,
    );

    const debtorLetter = await letter('Lag underretning');
    expect(debtorLetter.tagged).toBe(true);
    expect(debtorLetter.text).toContain('Trekket i inntekten din blir endret');
    expect(debtorLetter.text).toContain('En annen enn før skal trekke deg.');
    expect(debtorLetter.text).toMatch(/Eiendomsskatt.*ES-1/);
    expect(debtorLetter.text).toContain('Du kan klage så lenge trekket løper');
    const order = await letter('Lag trekkpålegg');
    expect(order.text).toContain('Pålegg om utleggstrekk');
    expect(order.text).toContain('BLANK SKIFTENØKKEL VERKSTED AS');
    expect(order.text).toMatch(/KID \d+/);
    const stop = await letter('Lag melding om opphør');
    expect(stop.text).toContain('Utleggstrekket er slutt');
    expect(stop.text).toContain('TRAVEL MAUR DAGLIGVARE AS');
    // What is owed and why is no business of those who deduct.
    for (const { text } of [order, stop]) expect(text).not.toMatch(/ES-1|Eiendomsskatt/);

    await confirm(page);
    await isCalled(page, 'Sendt');
    expect(await words(card(page, 'Slik er trekket registrert'))).toMatch(/BLANK SKIFTENØKKEL VERKSTED AS.*versjon 2/);
  });

  it('each of the three is recorded as sent', async () => {
    const letters = card(page, 'Brev');
    for (let left = 3; left > 0; left -= 1) {
      expect(await letters.getByText('ikke ført som sendt').count()).toBe(left);
      await letters.getByRole('button', { name: 'Før som sendt' }).first().click();
      await letters.getByLabel('Hvordan').selectOption({ label: 'Altinn' });
      await letters.getByLabel('Hvordan').locator('xpath=ancestor::form').getByRole('button').first().click();
      await letters.getByLabel('Hvordan').waitFor({ state: 'hidden' });
    }
    expect((await words(letters)).match(/Sendt [\d.]+ \(Altinn\)/g)).toHaveLength(3);
  });

  it('more time: never a change, but an end and a new registration after a new check', async () => {
    const before = (await simulator.registrations()).length;
    const anew = { choice: 'end-and-register-anew', reason: 'Trekket dekker ikke kravet, jf. dokument 6' } as const;
    const about = { caseNumber: '2026/7502', name: 'Lang Gjeld', reference: 'ES-1', coordination: anew };
    await followed(page, await caseAtHand(page, about));
    await openTrekk(page, '2026/7502');
    await beginAct(page, 'Endre', 'Retting');
    await page.getByLabel('Til og med, periode 1').fill('31.10.2028');
    await toPutRight(page).getByText('Et registrert trekk kan ikke forlenges.').waitFor();
    await page.getByRole('button', { name: 'Forkast utkastet' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Forkast utkastet' }).click();
    await card(page, 'Slik er trekket registrert').waitFor();

    await beginAct(page, 'Avslutte', 'Opphevet av kommunen');
    await page.getByRole('textbox', { name: 'Begrunnelse', exact: true }).fill('Ny beslutning, jf. dokument 6');
    await sendIt(running, page);
    await step('Opplysninger');
    await fetchAll(page);
    await goToRegistration(page);
    await beginRegistration(page);
    await sendIt(running, page);
    await card(page, 'Sendt').getByText('Registrert, har ikke begynt.', { exact: true }).waitFor();
    const written = (await simulator.registrations()).slice(before);
    expect(written).toMatchObject([
      { kind: 'avslutt', status: 'avsluttet' },
      { kind: 'registrer', versjon: 1, status: 'registrert' },
    ]);
    expect(new Set(written.map(({ id }) => id)).size).toBe(2);
  });

  it('avvist → utkast: what the register would not have is put right, and sent as a new message', async () => {
    const beside = { choice: 'second-trekk', reason: 'Et nytt krav, jf. dokument 2' } as const;
    const about = { caseNumber: '2026/7503', name: 'Egen Kø', reference: 'ES-1', coordination: beside };
    await checked(running, page, await caseAtHand(page, about));
    await openTrekk(page, '2026/7503');
    await makeLetters(running, page);
    const before = (await simulator.registrations()).length;
    await confirm(page);
    const refused = card(page, 'Avvist');
    await refused.waitFor({ timeout: 20_000 });
    expect(await word(page)).toBe('Ikke sendt');
    expect(await simulator.registrations()).toHaveLength(before);
    await refused.getByRole('button', { name: 'Tilbake til utkast' }).click();
    await page.getByRole('button', { name: /^Endre krav 1/ }).click();
    await page.getByLabel('Referanse, krav 1').fill('ES-2');
    await sendIt(running, page);
    expect(await words(card(page, 'Historikk'))).toMatch(/Avvist.*Tilbake til utkast|Tilbake til utkast.*Avvist/);
    expect(await simulator.registrations()).toHaveLength(before + 1);
  });

  it('another authority’s trekk: seen, never touched', async () => {
    const about = { caseNumber: '2026/7504', name: 'Siste Ledd' };
    const { id, lookups } = await caseAtHand(page, about);
    await page.getByRole('link', { name: /^Mine saker/ }).click();
    await page.getByRole('link', { name: '2026/7504' }).click();
    await step('Beslutning');
    const seen = card(page, 'Samordning');
    await seen.waitFor();
    expect(await seen.getByRole('button', { name: /Endre|Avslutt|Følg/ }).count()).toBe(0);
    await goToRegistration(page);
    await card(page, 'Trekk i saken').getByText('Ingen trekk er begynt i denne saken.').waitFor();
    expect(await page.getByRole('button', { name: 'Følg trekket' }).count()).toBe(0);

    const theirs = lookups.flatMap((lookup) => (lookup.source === 'utlegg' ? (lookup.utlegg?.entries ?? []) : []));
    const ids = theirs.flatMap((entry) => (entry.kind === 'utleggstrekk' && entry.id !== null ? [entry.id] : []));
    expect(ids.length).toBeGreaterThan(0);
    for (const utleggstrekkId of ids) {
      const answer = await tryCall(page, 'trekk.adopt', { caseId: id, utleggstrekkId });
      expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
    }
  });
});
