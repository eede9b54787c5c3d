import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseDetails } from '../../shared/ipc/housingCalls.ts';
import type { RunningApp } from '../app.ts';
import {
  addMember,
  answers,
  createCase,
  fetched,
  goTo,
  memberLines,
  openCase,
  saveAndGoOn,
  startFetching,
} from '../desk.ts';
import { plain } from '../pdf.ts';
import { people } from '../people.ts';
import { call, launchTraining, setUp } from '../program.ts';
import { type Simulator, startSimulator } from '../simulator.ts';

describe('what is interrupted is not lost', () => {
  const profileDir = mkdtempSync(path.join(tmpdir(), 'saksbord-profile-'));
  let simulator: Simulator;
  let running: RunningApp;
  let page: Page;

  beforeAll(async () => {
    simulator = await startSimulator();
    running = await launchTraining(simulator, { profileDir });
    page = await setUp(running, simulator);
  });
  afterAll(async () => {
    await running?.close();
    await simulator?.stop();
    rmSync(profileDir, { recursive: true, force: true });
  });

  /** Takes the power from the program and starts it again on the same profile. */
  const killAndReopen = async (): Promise<void> => {
    await running.kill();
    running = await launchTraining(simulator, { profileDir });
    page = running.page;
    await page.getByRole('heading', { level: 1, name: 'Mine saker' }).waitFor();
  };
  const shown = async (member: string): Promise<string[]> => (await answers(page, member).allInnerTexts()).map(plain);

  it('a fetch that is cancelled keeps what had come, says what did not, and asks no more', async () => {
    await createCase(page, { caseNumber: '2026/2001' });
    await addMember(page, 'Søker', people.steadyWage);
    await addMember(page, 'Samboer', people.disability);
    await saveAndGoOn(page);
    await simulator.fault('inntekt', { kind: 'latency', ms: 60_000 }, { person: people.disability.nationalId });
    await startFetching(page);
    const running = page.getByRole('region', { name: 'Henter opplysninger' });
    await running.getByText('5 av 6 svar er kommet').waitFor();
    expect(plain(await running.getByRole('listitem').filter({ hasText: 'Samboer: Inntekt' }).innerText())).toContain(
      'spør',
    );

    await page.getByRole('button', { name: 'Avbryt hentingen' }).click();
    await fetched(page);
    expect(await shown('Søker')).toEqual([
      expect.stringMatching(/^Inntekt per måned .* Hentet$/),
      'Skattegrunnlag 2025 Hentet',
      'Siste skatteoppgjør Hentet',
    ]);
    expect(await shown('Samboer')).toEqual([
      expect.stringMatching(/^Inntekt per måned .* Avbrutt (.* )?Prøv igjen$/),
      'Skattegrunnlag 2025 Hentet',
      'Siste skatteoppgjør Hentet',
    ]);
    expect(await simulator.asked('inntekt')).toBe(2);
    await simulator.mend();
  });

  it('a killed program shows what was typed more than a second ago: a new case', async () => {
    await page.getByRole('link', { name: 'Ny sak' }).first().click();
    await page.getByLabel('Saksnummer', { exact: true }).pressSequentially('2026/2002');
    await page.getByLabel('Formål').selectOption({ label: 'Midlertidig bolig' });
    await page.waitForTimeout(1000);
    await killAndReopen();
    await page.getByRole('link', { name: 'Ny sak' }).first().click();
    await page.getByText('Det du skrev sist, er hentet fram igjen.').waitFor();
    expect(await page.getByLabel('Saksnummer', { exact: true }).inputValue()).toBe('2026/2002');
    expect(await page.getByLabel('Formål').inputValue()).toBe('midlertidig-bolig');
  });

  it('a killed program shows what was typed more than a second ago: half a household', async () => {
    await openCase(page, '2026/2001');
    await goTo(page, 'Husstand');
    await addMember(page, 'Annen voksen', people.shielded);
    await page.getByRole('button', { name: 'Legg til person' }).click();
    await memberLines(page)
      .nth(3)
      .getByLabel(/^Fødselsnummer/)
      .pressSequentially('1234');
    await page.waitForTimeout(1000);
    await killAndReopen();
    await openCase(page, '2026/2001');
    await goTo(page, 'Husstand');
    await page.getByText('Det du skrev sist, er hentet fram igjen.').waitFor();
    expect(await memberLines(page).count()).toBe(4);
    expect(
      await memberLines(page)
        .nth(3)
        .getByLabel(/^Fødselsnummer/)
        .inputValue(),
    ).toBe('1234');
    const { nationalId } = people.shielded;
    expect(
      await memberLines(page)
        .nth(2)
        .getByLabel(/^Fødselsnummer/)
        .inputValue(),
    ).toBe(`${nationalId.slice(0, 6)} *****`);
  });

  it('a program that is killed while it fetches shows what had come, knows what was asked, and asks nothing again by itself', async () => {
    await createCase(page, { caseNumber: '2026/2003' });
    await addMember(page, 'Søker', people.steadyWage);
    await addMember(page, 'Samboer', people.disability);
    await saveAndGoOn(page);
    await simulator.fault('inntekt', { kind: 'latency', ms: 60_000 }, { person: people.disability.nationalId });
    const asked = await simulator.asked('inntekt');
    await startFetching(page);
    await page.getByText('5 av 6 svar er kommet').waitFor();
    await killAndReopen();

    await openCase(page, '2026/2003');
    await goTo(page, 'Opplysninger');
    expect(await shown('Søker')).toEqual([
      expect.stringMatching(/^Inntekt per måned .* Hentet$/),
      'Skattegrunnlag 2025 Hentet',
      'Siste skatteoppgjør Hentet',
    ]);
    expect(await shown('Samboer')).toEqual(['Skattegrunnlag 2025 Hentet', 'Siste skatteoppgjør Hentet']);
    expect(await simulator.asked('inntekt')).toBe(asked + 2);
    const { rows } = await call(page, 'journal.list', { text: '2026/2003', from: null, to: null, offset: 0 });
    const unanswered = rows.filter(({ action, outcome }) => action === 'lookup' && outcome === null);
    expect(unanswered.map(({ source, person }) => [source, person])).toEqual([
      ['inntekt', `${people.disability.nationalId.slice(0, 6)} *****`],
    ]);
  });

  it('someone else was first: said so, what was typed is still there, and the next press saves it', async () => {
    await createCase(page, { caseNumber: '2026/2004' });
    const [mine] = await call(page, 'cases.search', { text: '2026/2004' });
    const before = await call(page, 'cases.read', { caseId: mine?.id ?? '' });
    await addMember(page, 'Søker', people.steadyWage);
    const { id: caseId, version: expectedVersion, ...rest } = before;
    await call(page, 'cases.saveDetails', {
      caseId,
      expectedVersion,
      details: { ...detailsOf(rest), purpose: 'tilpasset-bolig' },
    });

    await page.getByRole('button', { name: 'Lagre og gå til opplysninger' }).click();
    await page.getByText('Dette er endret et annet sted. Det er lest på nytt; gjør endringen din om igjen.').waitFor();
    await page.getByRole('heading', { level: 1, name: '2026/2004 · Tilpasset bolig' }).waitFor();
    expect(await memberLines(page).count()).toBe(1);
    await saveAndGoOn(page);
    const after = await call(page, 'cases.read', { caseId });
    expect([after.purpose, after.members.length]).toEqual(['tilpasset-bolig', 1]);
  });
});

/** What the officer entered about a case, out of all that is known about it. */
const detailsOf = ({
  caseNumber,
  legalGround,
  purpose,
  language,
  decisionDate,
  informedHow,
  informedOn,
}: CaseDetails): CaseDetails => ({ caseNumber, legalGround, purpose, language, decisionDate, informedHow, informedOn });
