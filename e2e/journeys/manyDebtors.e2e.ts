import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unzip } from '../../electron/batch/zipKit.ts';
import { PEOPLE } from '../../electron/training/people.ts';
import { readCsv } from '../../shared/batch/readCsv.ts';
import { isFine } from '../accessibility/isFine.ts';
import type { RunningApp } from '../app.ts';
import { plain } from '../pdf.ts';
import {
  answerOpenDialog,
  answerSaveDialog,
  launchTraining,
  practiseAs,
  replaced,
  setUp,
  tryCall,
} from '../program.ts';
import { type Simulator, startSimulator } from '../simulator.ts';

/** People about whom every register here answers. */
const known = PEOPLE.filter(({ isUnknown, shielding }) => !isUnknown && shielding === null);
const withZero = known.find(({ nationalId }) => nationalId.startsWith('0'))?.nationalId ?? '';
const others = known.map(({ nationalId }) => nationalId).filter((nationalId) => nationalId !== withZero);
const ROWS = 50;
/** Where each debtor is asked about once; the tax basis also twice, when there is a year to ask about. */
const registers = ['inntekt', 'siste', 'samordnetTrekk', 'utleggsdatabasen'] as const;

describe('many debtors at once', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'saksbord-list-'));
  let simulator: Simulator;
  let running: RunningApp;
  let page: Page;

  beforeAll(async () => {
    simulator = await startSimulator();
    running = await launchTraining(simulator);
    page = await practiseAs(running, await setUp(running, simulator), 'ivar');
  });
  afterAll(async () => {
    await running?.close();
    await simulator?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const head = async (): Promise<string> => plain(await page.locator('.batch-head').innerText());
  const rows = (): Locator => page.getByRole('table', { name: 'Radene i listen', exact: true });
  const openLists = () => page.getByRole('link', { name: 'Mange skyldnere' }).click();
  const paste = async (text: string) => {
    await openLists();
    await page.getByLabel('Lim inn listen').fill(text);
    await button('Les inn det som er limt inn').click();
  };
  /** Calls to all the registers that have reached them; and those that have been answered. */
  const asked = async () => {
    const counts = await Promise.all([...registers, 'summert' as const].map((target) => simulator.asked(target)));
    return counts.reduce((sum, count) => sum + count, 0);
  };
  const answered = async () => (await simulator.calls()).filter(({ target }) => target !== 'token').length;

  it('a list that a spreadsheet has been at is read, and says what is wrong with it', async () => {
    const good = others.slice(0, ROWS - 1).map((nationalId, index) => `2026/${index + 1};${nationalId};Utleggstrekk`);
    const bad = [
      `2026/801;${Number(withZero)};Utleggstrekk`,
      `2026/802;${Number(others[0]).toExponential(5).toUpperCase().replace('.', ',')};Utleggstrekk`,
      `;${others[1]};Utleggstrekk`,
      `2026/1;${others[0]};Utleggstrekk`,
    ];
    const file = path.join(folder, 'restanser.csv');
    writeFileSync(file, ['Saksnr;Fødselsnr;Formål', ...good, '', ...bad].join('\r\n'), 'latin1');
    await openLists();
    await isFine(running, page, button('Velg fil'));
    await answerOpenDialog(running, file);
    await button('Velg fil').click();
    await page.getByRole('heading', { level: 1, name: 'restanser.csv' }).waitFor();
    expect(await head()).toContain('55 linjer i listen: 1 overskrift, 1 tomme, 49 kan slås opp, 4 må rettes');
    await page.getByText('Saksnummer: 1. Saksnr · Fødselsnummer: 2. Fødselsnr · Formål: 3. Formål').waitFor();
    for (const why of [
      'Regnearket har fjernet nullen foran.',
      'Regnearket har gjort nummeret om til et tall med E, og sifre er borte.',
      'Saksnummeret mangler.',
      'Samme skyldner i samme sak som linje 2.',
    ]) {
      await rows().getByText(why).waitFor();
    }
    await isFine(running, page, button(/^Start oppslag for/));
    expect(await simulator.asked('inntekt')).toBe(0);
  });

  it('rows are put right where they stand, by keyboard; what leaves no doubt, in one press', async () => {
    const caseNumber = rows().getByLabel('Saksnummer, linje 54');
    await caseNumber.fill('2026/803');
    await caseNumber.press('Enter');
    await expect.poll(head).toContain('50 kan slås opp, 3 må rettes');
    // The row has gone; the next one has come to its place, and one can go on typing.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('tr')?.innerText ?? ''))
      .toContain('Samme skyldner');
    await button('Bruk forslaget').click();
    await expect.poll(head).toContain('51 kan slås opp, 2 må rettes');
  });

  it('a run says how far it has come and how fast; on pause nobody is asked; it goes on where it was', async () => {
    await simulator.set({ latency: [600, 640] });
    await button('Start oppslag for 51').click();
    const run = page.getByRole('region', { name: /^Oppslag: / });
    await run.getByText(/ av 255 oppslag er gjort · .* i minuttet · .* igjen$/).waitFor();
    await isFine(running, page, button('Pause'));
    await button('Pause').click();
    await page.getByRole('heading', { name: 'Oppslag: på pause' }).waitFor();
    // What was on its way is waited for.
    await expect.poll(async () => (await asked()) - (await answered())).toBe(0);
    const before = await asked();
    expect(before).toBeLessThan(255);
    await isFine(running, page, button('Fortsett'));
    expect(await asked()).toBe(before);
    await simulator.set({ latency: [0, 0] });
    await button('Fortsett').click();
    await page.getByRole('heading', { name: 'Oppslag: ferdig' }).waitFor();
    for (const target of registers) expect([target, await simulator.asked(target)]).toEqual([target, 51]);
    await page.getByText('53 rader').waitFor();
    await isFine(running, page, button('Lagre som fil'));
  });

  it('the table is sorted and filtered', async () => {
    const net = page.getByRole('columnheader', { name: 'Netto/md.' });
    await net.getByRole('button').click();
    expect(await net.getAttribute('aria-sort')).toBe('descending');
    const figures = async () =>
      (await rows().locator('tbody tr td:nth-child(6)').allInnerTexts())
        .map((text) =>
          Number(
            text
              .replace(/[^\d,−]/g, '')
              .replace(',', '.')
              .replace('−', '-'),
          ),
        )
        .filter((figure) => figure > 0);
    await expect.poll(async () => (await figures()).length).toBeGreaterThan(5);
    const shown = await figures();
    expect(shown).toEqual(shown.toSorted((a, b) => b - a));

    await page.getByRole('searchbox', { name: 'Saksnummer eller fødselsnummer' }).fill('2026/803');
    await page.getByText('1 rad', { exact: true }).waitFor();
    await page.getByRole('searchbox', { name: 'Saksnummer eller fødselsnummer' }).fill('');
    await page.getByText('53 rader').waitFor();
    await page.getByLabel('Vis', { exact: true }).selectOption({ label: 'Vis rader som må rettes' });
    await page.getByText('2 rader').waitFor();
  });

  it('rows leave as a file, in the columns that are chosen', async () => {
    await page.getByLabel('Vis', { exact: true }).selectOption({ label: 'Vis alle rader' });
    await page.getByText('53 rader').waitFor();
    const file = path.join(folder, 'ut.csv');
    await answerSaveDialog(running, file);
    await button('Lagre som fil').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'CSV' }).check();
    await dialog.getByRole('checkbox', { name: 'Fødselsnummer' }).check();
    await dialog.getByText('Filen får hele fødselsnumre.').waitFor();
    await isFine(running, page, dialog.getByRole('button', { name: 'Lagre fil' }));
    await dialog.getByRole('button', { name: 'Lagre fil' }).click();
    await dialog.getByText(`Lagret: ${file}`).waitFor();
    await dialog.getByRole('radio', { name: 'Excel' }).check();
    const workbook = path.join(folder, 'ut.xlsx');
    await answerSaveDialog(running, workbook);
    await dialog.getByRole('button', { name: 'Lagre fil' }).click();
    await dialog.getByText(`Lagret: ${workbook}`).waitFor();
    await dialog.getByRole('button', { name: 'Lukk', exact: true }).last().click();

    const [headings, ...lines] = readCsv(readFileSync(file, 'utf8').slice(1), ';').map(({ cells }) => cells);
    expect(headings?.slice(0, 3)).toEqual(['Linje', 'Saksnummer', 'Fødselsnummer']);
    expect(lines).toHaveLength(53);
    expect(lines.find(([, caseNumber]) => caseNumber === '2026/801')?.[2]).toBe(withZero);
    const sheet = unzip(readFileSync(workbook)).get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet.match(/<row /g)).toHaveLength(54);
    expect(sheet).toContain(`>${withZero}<`);
  });

  it('each row becomes a case with what was fetched, and nobody is asked again', async () => {
    const before = await simulator.asked('inntekt');
    await button('Opprett saker').click();
    await isFine(running, page, button('Opprett 51 saker'));
    await button('Opprett 51 saker').click();
    await page.getByText('51 saker er opprettet.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox', { name: 'Saksnummer eller fødselsnummer' }).fill('2026/801');
    await page.getByText('1 rad', { exact: true }).waitFor();
    await rows().getByRole('link', { name: '2026/801' }).click();
    await page.getByRole('heading', { level: 1, name: /^2026\/801/ }).waitFor();
    await page.getByText(/^Hentet \d\d\.\d\d\.\d{4}/).waitFor();
    expect(await simulator.asked('inntekt')).toBe(before);
  });

  it('columns whose headings say nothing are pointed out, remembered for the next list, and the list can be deleted', async () => {
    const list = ['Hvem\tKobling\tNotat', ...others.slice(0, 3).map((one, index) => `${one}\tK${index}\tringt`)];
    await paste(list.join('\n'));
    await page.getByRole('region', { name: 'Hvilken kolonne er hva?' }).waitFor();
    await page.getByText('Ingen rader kan slås opp ennå').waitFor();
    await page.getByRole('checkbox', { name: 'Første linje er overskrifter' }).check();
    await page.getByLabel('Saksnummer', { exact: true }).selectOption({ label: '2. Kobling' });
    await page.getByLabel('Formål for rader uten eget').selectOption({ label: 'Veiledning om trekk' });
    await page.getByText('Klar til å slå opp 3').waitFor();
    await isFine(running, page, button('Start oppslag for 3'));

    await paste(list.join('\n'));
    await expect.poll(() => page.getByLabel('Saksnummer', { exact: true }).inputValue()).toBe('1');
    // Why one may look is said anew for each list.
    expect(await page.getByLabel('Formål for rader uten eget').inputValue()).toBe('');

    const deleteList = async () => {
      await button('Slett listen').click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Slett listen' }).click();
      await page.getByRole('heading', { level: 1, name: 'Mange skyldnere' }).waitFor();
    };
    await deleteList();
    await page.getByRole('link', { name: 'Innlimt liste' }).click();
    await deleteList();
    await expect.poll(() => page.getByRole('link', { name: 'Innlimt liste' }).count()).toBe(0);
  });

  it('a lock pauses the run, and says so', async () => {
    await paste(others.map((nationalId, index) => `A-${index}\t${nationalId}\ttrekk`).join('\n'));
    await simulator.set({ latency: [300, 300] });
    await button(/^Start oppslag for/).click();
    await button('Pause').waitFor();
    page = await replaced(running, () => button('Lås programmet').click());
    await button('Lås opp').click();
    await page.getByRole('link', { name: 'Mange skyldnere' }).click();
    await page.getByRole('link', { name: 'Innlimt liste' }).click();
    await page.getByText('Oppslagene ble satt på pause da programmet ble låst').waitFor();
    await button('Avslutt').click();
    await button('Avslutt oppslagene').click();
    await page.getByRole('heading', { name: 'Oppslag: avsluttet' }).waitFor();
    await simulator.set({ latency: [0, 0] });
  });

  it('speaks nynorsk too', async () => {
    await button(/^Ivar Innkrever/).click();
    await page.getByRole('menuitemradio', { name: 'Nynorsk' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Oppslag: avslutta' }).waitFor();
    await page.getByLabel('Vis', { exact: true }).selectOption({ label: 'Vis rader som ikkje er henta enno' });
    await page.getByRole('link', { name: 'Mange skyldnarar' }).click();
    await page.getByRole('row', { name: /restanser\.csv Ferdig 53/ }).waitFor();
    await isFine(running, page, button('Vel fil'));
  });

  it('is closed to the housing desk', async () => {
    page = await practiseAs(running, page, 'kari');
    expect(await page.getByRole('link', { name: 'Mange skyldnere' }).count()).toBe(0);
    expect(await tryCall(page, 'batch.list', {})).toMatchObject({ ok: false, error: { code: 'access-denied' } });
  });
});
