import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RunningApp } from '../app.ts';
import { addMember, answers, createCase, fetchInformation, saveAndGoOn } from '../desk.ts';
import { plain } from '../pdf.ts';
import { people } from '../people.ts';
import { launchTraining, setUp } from '../program.ts';
import { type Simulator, startSimulator } from '../simulator.ts';

describe('an authority that fails costs the officer a press, never what has come', () => {
  let simulator: Simulator;
  let running: RunningApp;
  let page: Page;

  beforeAll(async () => {
    simulator = await startSimulator();
    running = await launchTraining(simulator);
    page = await setUp(running, simulator);
    await createCase(page, { caseNumber: '2026/1002' });
    await addMember(page, 'Søker', people.steadyWage);
    await saveAndGoOn(page);
  });
  // The last but one has ended the simulator.
  afterEach(() => simulator.mend().catch(() => undefined));
  afterAll(async () => {
    await running?.close();
    await simulator?.stop().catch(() => undefined);
  });

  /** The newest line about a source, as one text. */
  const answer = async (source: string): Promise<string> =>
    plain(await answers(page).filter({ hasText: source }).first().innerText());
  const retry = async (source: RegExp): Promise<void> => {
    const button = page.getByRole('button', { name: source });
    await button.click();
    await button.waitFor({ state: 'hidden' });
  };

  it('the client lacks the scope (MP-200): access is missing, and who must act', async () => {
    await simulator.fault('token', { kind: 'scopeRemoved', scope: 'skatteetaten:inntekt' });
    await fetchInformation(page);
    expect(await answer('Inntekt per måned')).toMatch(
      /Mislyktes Kommunen har ikke tilgang til disse opplysningene ennå\. IT eller fagansvarlig må ordne tilgangen\./,
    );
    expect(await answer('Skattegrunnlag 2025')).toContain('Hentet');
  });

  it('Skatteetaten has not granted the scope (MP-250): the same for the officer; one press gets what was missing', async () => {
    await simulator.fault('token', { kind: 'scopeNotGranted', scope: 'skatteetaten:inntekt' });
    await retryWithoutLuck('Inntekt per måned');
    expect(await answer('Inntekt per måned')).toContain('Kommunen har ikke tilgang til disse opplysningene ennå.');
    await simulator.mend();

    const asked = await simulator.asked('summert');
    await retry(/^Prøv Søker: Inntekt per måned .* igjen$/);
    expect(await answer('Inntekt per måned')).toContain('Hentet');
    expect(await simulator.asked('summert')).toBe(asked);
  });

  /** Presses «Prøv igjen» on a source that will fail again. */
  const retryWithoutLuck = async (source: string): Promise<void> => {
    const before = await answer(source);
    await answers(page).filter({ hasText: source }).getByRole('button').first().click();
    await expect.poll(() => answer(source), { timeout: 20_000 }).not.toBe(before);
  };

  it('too many questions (429) with a short Retry-After: waited out, unseen by the officer', async () => {
    const before = await simulator.asked('inntekt');
    await simulator.fault('inntekt', { kind: 'status', status: 429, retryAfter: 1 }, { times: 1 });
    const started = Date.now();
    await fetchInformation(page);
    expect(Date.now() - started).toBeGreaterThanOrEqual(1000);
    expect(await answer('Inntekt per måned')).toContain('Hentet');
    expect(await simulator.asked('inntekt')).toBe(before + 2);
  });

  it('too many questions (429) with a long Retry-After: said at once; the figures from before are still there', async () => {
    const before = await simulator.asked('inntekt');
    await simulator.fault('inntekt', { kind: 'status', status: 429, retryAfter: 600 });
    await fetchInformation(page);
    expect(await answer('Inntekt per måned')).toMatch(
      /Mislyktes Skatteetaten tar ikke imot flere spørsmål akkurat nå\. Vent litt og prøv igjen\./,
    );
    expect(await simulator.asked('inntekt')).toBe(before + 1);
    expect(await answers(page).filter({ hasText: 'Inntekt per måned' }).count()).toBe(2);
    await page.getByRole('button', { name: 'vis som tabell' }).click();
    expect(await page.getByRole('button', { name: /^38.500, Lønn \(søker\), oktober/ }).count()).toBe(1);
  });

  it('a 500 and a connection cut in half an answer: tried again without asking, then told', async () => {
    const before = await simulator.asked('inntekt');
    await simulator.fault('inntekt', { kind: 'status', status: 500 });
    await simulator.fault('siste', { kind: 'halfBody' });
    await fetchInformation(page);
    expect(await answer('Inntekt per måned')).toContain('Skatteetaten svarte med en feil. Prøv igjen om litt.');
    expect(await answer('Siste skatteoppgjør')).toContain('Forbindelsen ble brutt før hele svaret var kommet.');
    expect(await simulator.asked('inntekt')).toBe(before + 3);
    expect(await answer('Skattegrunnlag 2025')).toContain('Hentet');
  });

  it("a proxy's page instead of an answer is no answer", async () => {
    await simulator.fault('inntekt', { kind: 'html', status: 200 });
    await fetchInformation(page);
    expect(await answer('Inntekt per måned')).toContain('Svaret fra Skatteetaten lot seg ikke lese.');
  });

  it('no contact at all: the officer is told to look at the network, and everything from before is there', async () => {
    await simulator.stop();
    await fetchInformation(page);
    for (const source of ['Inntekt per måned', 'Siste skatteoppgjør']) {
      expect(await answer(source)).toContain('Får ikke kontakt. Kontroller at maskinen er på nett');
    }
    expect(await answer('Skattegrunnlag 2025')).toContain('Hentet');
    expect(await page.getByRole('button', { name: /^455.000, Lønn/ }).count()).toBe(1);
  });

  it('has not tried anything that the window forbids', () => {
    expect(running.problems()).toEqual([]);
  });
});
