import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningApp } from '../app.ts';
import {
  addMember,
  answers,
  chooseMonths,
  createCase,
  fetchInformation,
  goTo,
  openCase,
  saveAndGoOn,
} from '../desk.ts';
import { plain, readPdf } from '../pdf.ts';
import { people } from '../people.ts';
import { answerSaveDialog, call, launchTraining, setUp } from '../program.ts';
import { type Simulator, startSimulator } from '../simulator.ts';

describe('a household of three, from a new case to the vedtaksgrunnlag in nynorsk', () => {
  let simulator: Simulator;
  let running: RunningApp;
  let page: Page;
  const textOf = async (name: string): Promise<string> =>
    plain(await page.getByRole('region', { name }).first().innerText());

  beforeAll(async () => {
    simulator = await startSimulator();
    running = await launchTraining(simulator);
    page = await setUp(running, simulator);
  });
  afterAll(async () => {
    await running?.close();
    await simulator?.stop();
  });

  it('takes the household, and masks each number when its field is left', async () => {
    await createCase(page, { caseNumber: '2026/1001', language: 'nynorsk', decisionDate: '20.11.2026' });
    await addMember(page, 'Søker', people.steadyWage);
    await addMember(page, 'Samboer', people.disability);
    await addMember(page, 'Barn', people.child);
    const { nationalId } = people.steadyWage;
    await expect
      .poll(() => page.getByLabel('Fødselsnummer eller d-nummer, Søker').inputValue())
      .toBe(`${nationalId.slice(0, 6)} *****`);
    await saveAndGoOn(page);
  });

  it('fetches for those who are looked up, each source by itself', async () => {
    await chooseMonths(page, 'november 2025', 'oktober 2026');
    await fetchInformation(page);
    for (const member of ['Søker', 'Samboer']) {
      expect((await answers(page, member).allInnerTexts()).map(plain)).toEqual([
        'Inntekt per måned 11.2025–10.2026 Hentet',
        'Skattegrunnlag 2025 Hentet',
        'Siste skatteoppgjør Hentet',
      ]);
    }
    expect(await answers(page, 'Barn').count()).toBe(0);
    expect(await simulator.asked('inntekt')).toBe(2);
    expect(await simulator.asked('summert')).toBe(2);
  });

  it('shows the same figures as a table, and where each comes from', async () => {
    await page.getByRole('button', { name: 'vis som tabell' }).click();
    const wage = page.getByRole('button', { name: /^38.500, Lønn \(søker\), oktober 2026: vis kilden$/ });
    await wage.click();
    const source = page.getByRole('dialog', { name: 'Hvor tallet kommer fra' });
    await expect.poll(async () => plain(await source.innerText())).toContain('Kalendermåned 2026-10');
    expect(plain(await source.innerText())).toContain('Beløp 38500');
    await page.keyboard.press('Escape');
    await source.waitFor({ state: 'hidden' });
    expect(await wage.evaluate((figure) => figure === document.activeElement)).toBe(true);
  });

  it('assesses the income on every basis against the rule of the day, to the øre', async () => {
    await goTo(page, 'Vurdering');
    const answer = page.getByRole('complementary', { name: 'Svar og neste steg' });
    await answer.getByRole('heading', { name: 'Over grensen' }).waitFor();
    const rows = Object.fromEntries(
      (await page.getByRole('region', { name: 'Årlig inntekt på grunnlagene' }).getByRole('row').allInnerTexts()).map(
        (row) => {
          const [name = '', ...cells] = row.split('\t').map(plain);
          return [name, cells];
        },
      ),
    );
    expect(rows).toMatchObject({
      '': ['Siste 3 mnd × 4', 'Siste 12 mnd', 'Skatteåret 2025'],
      Husstanden: ['784 800', '784 800', '773 400'],
      'Grense for 3 personer (4,5 G av 136 549)': ['614 470,50', '614 470,50', '614 470,50'],
      Margin: ['−170 329,50 over', '−170 329,50 over', '−158 929,50 over'],
    });
  });

  it('makes a tagged PDF in nynorsk, saved where the officer says, with its checksum in the journal', async () => {
    const file = path.join(running.profileDir, 'Vedtaksgrunnlag.pdf');
    await goTo(page, 'Vedtaksgrunnlag');
    await answerSaveDialog(running, null);
    await page.getByRole('button', { name: 'Lag vedtaksgrunnlag' }).click();
    await page.getByRole('region', { name: 'Over grensen' }).getByText('Ingenting ble lagret.').waitFor();
    await answerSaveDialog(running, file);
    await page.getByRole('button', { name: 'Lag vedtaksgrunnlag' }).click();
    await page.getByRole('region', { name: 'Laget i denne saken' }).getByRole('table').waitFor();

    const pdf = readPdf(file);
    expect(pdf.tagged).toBe(true);
    expect(pdf.text).toContain('Resultat: Over grensa');
    expect(pdf.text).toContain('Husstanden 784 800 784 800 773 400');
    expect(pdf.text).toContain('Barn ikkje med (alder) ikkje med (alder) ikkje med (alder)');
    expect(pdf.text).toContain('BERGEN-2016 versjon 1');
    for (const { nationalId } of [people.steadyWage, people.disability, people.child]) {
      expect(pdf.text.replaceAll(' ', '')).not.toContain(nationalId);
    }
    expect(await textOf('Laget i denne saken')).toContain(pdf.sha256);
    const { rows } = await call(page, 'journal.list', { text: '2026/1001', from: null, to: null, offset: 0 });
    expect(rows.filter(({ action }) => action === 'document').map(({ detail }) => detail)).toEqual([pdf.sha256]);
  });

  it('says where it was saved, for as long as the officer looks at it', async () => {
    await page.getByRole('region', { name: 'Over grensen' }).getByText('Lagret som').waitFor();
  });

  it('opens the case again with what was fetched then, without asking anyone', async () => {
    const before = (await simulator.calls()).length;
    await openCase(page, '2026/1001');
    expect(await textOf('Laget i denne saken')).toContain('Vedtaksgrunnlag.pdf');
    await goTo(page, 'Opplysninger');
    expect(await answers(page).count()).toBe(3);
    expect(await simulator.calls()).toHaveLength(before);
  });

  it('has not tried anything that the window forbids', () => {
    expect(running.problems()).toEqual([]);
  });
});
