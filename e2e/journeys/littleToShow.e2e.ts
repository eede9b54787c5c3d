import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../electron/training/peopleLanguage.ts';
import type { RunningApp } from '../app.ts';
import { addMember, answers, chooseYear, createCase, fetchInformation, goTo, saveAndGoOn } from '../desk.ts';
import { plain } from '../pdf.ts';
import { people } from '../people.ts';
import { launchTraining, setUp } from '../program.ts';
import { type Simulator, startSimulator } from '../simulator.ts';

describe('what the registers do not show is never shown as nothing', () => {
  let simulator: Simulator;
  let running: RunningApp;
  let page: Page;

  beforeAll(async () => {
    simulator = await startSimulator();
    running = await launchTraining(simulator);
    page = await setUp(running, simulator);
  });
  afterAll(async () => {
    await running?.close();
    await simulator?.stop();
  });

  it.each<[string, Person, RegExp, RegExp, string, RegExp]>([
    [
      'shielded',
      people.shielded,
      /^Inntekt per måned \S+ Skjermet/,
      /skjermet.* [Dd]et betyr ikke at inntekten er null/i,
      'Kan ikke avgjøres',
      /Søker: skjermet, ingen tall utleveres/,
    ],
    [
      'partly shielded',
      people.partlyShielded,
      /^Inntekt per måned \S+ Delvis skjermet/,
      /holdt tilbake.* Tallene er ikke fullstendige/,
      'Må vurderes',
      /Søker: deler av opplysningene er skjermet/,
    ],
    [
      'nothing reported',
      people.nothingReported,
      /^Inntekt per måned \S+ Ingenting innrapportert/,
      /Skatteetaten har ingen tall.* Det betyr ikke at inntekten er null/,
      'Kan ikke avgjøres',
      /Søker: ingenting er innrapportert i .* Det betyr ikke ingen inntekt/,
    ],
    [
      'unknown number',
      people.unknownNumber,
      /^Inntekt per måned \S+ Ukjent nummer/,
      /Skatteetaten kjenner ikke nummeret\. Kontroller det i husstanden\./,
      'Kan ikke avgjøres',
      /Søker: Skatteetaten kjenner ikke nummeret/,
    ],
    [
      'withdrawn',
      people.withdrawnYear,
      /^Skattegrunnlag 2025 Trukket tilbake/,
      /opplysningene er trukket tilbake/i,
      'Kan ikke avgjøres',
      /Søker: opplysningene er trukket tilbake/,
    ],
  ])('%s', async (what, person, answer, explained, outcome, reason) => {
    await createCase(page, { caseNumber: `2026/${what}` });
    await addMember(page, 'Søker', person);
    await saveAndGoOn(page);
    if (what === 'withdrawn') await chooseYear(page, 2025);
    await fetchInformation(page);
    const main = page.getByRole('main');
    expect((await answers(page).allInnerTexts()).map(plain)).toContainEqual(expect.stringMatching(answer));
    expect(plain(await main.innerText())).toMatch(explained);
    expect(await main.getByRole('button', { name: /^0, / }).count()).toBe(0);

    await goTo(page, 'Vurdering');
    const panel = page.getByRole('complementary', { name: 'Svar og neste steg' });
    await panel.getByRole('heading', { name: outcome }).waitFor();
    const more = panel.getByRole('button', { name: /forhold til$/ });
    if (await more.isVisible()) await more.click();
    expect(plain(await panel.innerText())).toMatch(reason);
  });

  it('has not tried anything that the window forbids', () => {
    expect(running.problems()).toEqual([]);
  });
});
