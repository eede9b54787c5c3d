import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { launchApp } from './app.ts';
import {
  card,
  createDebtor,
  debtor,
  enterUsual,
  fetchAll,
  goToDecision,
  IN_TRANSITION,
  saveAndGoOn as saveClaims,
} from './debtors.ts';
import { addMember, createCase, fetchInformation, goTo, saveAndGoOn } from './desk.ts';
import { people } from './people.ts';
import { answerOpenDialog, answerSaveDialog, call, passwordWindow, practiseAs } from './program.ts';
import { beginRegistration, confirm, goToRegistration, isCalled, makeLetters, review } from './trekk.ts';

// What `npm start` does where nobody can see the display: the two desks through the real window, by itself, from IT's certificate to the
// housing officer's vedtaksgrunnlag and what may be garnished from a debtor. Leaves a picture of each screen and the PDF in out/.

const out = path.resolve(import.meta.dirname, '..', 'out', 'walk');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

async function picture(page: Page, name: string): Promise<void> {
  const file = path.join(out, `${name}.png`);
  // From the top, with the pointer where nothing changes under it, and what is announced has been said.
  await page.mouse.move(680, 60);
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(500);
  await page.screenshot({ path: file });
  console.log(file);
}

const running = await launchApp({ args: ['--training'] });
try {
  console.log('Amund (IT) changes the certificate and tests the connection');
  let page = await practiseAs(running, running.page, 'amund');
  const { practice } = await call(page, 'setup.status', {});
  const file = practice?.files.find(({ name }) => name === 'commfides.p12');
  if (!practice || !file) throw new Error('the simulator offers no practice certificate');
  await page.getByRole('link', { name: 'Oppsett' }).click();
  await page.getByRole('button', { name: 'Fjern sertifikatet' }).click();
  await page.getByRole('button', { name: 'Slett nøkkelen' }).click();
  await answerOpenDialog(running, path.join(practice.folder, file.name));
  const asking = await passwordWindow(running, () => page.getByRole('button', { name: 'Velg sertifikatfil' }).click());
  await asking.getByLabel('Passord', { exact: true }).fill(file.password);
  await asking.getByRole('button', { name: 'Åpne filen' }).click();
  const content = page.getByRole('region', { name: `Innholdet i ${file.name}` });
  await content.getByRole('button', { name: 'Ta i bruk sertifikatet' }).click();
  await content.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: /^Test tilkoblingen/ }).click();
  await page.getByRole('button', { name: 'Test tilkoblingen igjen' }).waitFor();
  await picture(page, 'setup');
  const working = await page
    .getByRole('region', { name: 'Tilkoblingen' })
    .getByText(/: virker$/)
    .count();
  if (working < 7) throw new Error(`only ${working} steps of the connection work`);

  console.log('Siri (fagansvarlig) looks at the rules');
  page = await practiseAs(running, page, 'siri');
  await page.getByRole('link', { name: 'Regler og satser' }).first().click();
  await page.getByRole('link', { name: 'BERGEN-2016 versjon 1' }).first().waitFor();
  await picture(page, 'rules');

  console.log('Kari (housing officer) assesses a family of four');
  page = await practiseAs(running, page, 'kari');
  await createCase(page, { caseNumber: '2026/1843' });
  await addMember(page, 'Søker', people.family.wage);
  await addMember(page, 'Ektefelle', people.family.disability);
  await addMember(page, 'Barn', people.family.youth);
  await addMember(page, 'Barn', people.family.child);
  await picture(page, 'household');
  await saveAndGoOn(page);
  await fetchInformation(page);
  await picture(page, 'information');
  await goTo(page, 'Vurdering');
  await page.getByRole('heading', { name: 'Mot grensen' }).waitFor();
  await picture(page, 'assessment');
  await goTo(page, 'Vedtaksgrunnlag');
  const pdf = path.join(out, 'vedtaksgrunnlag.pdf');
  await answerSaveDialog(running, pdf);
  await page.getByRole('button', { name: 'Lag vedtaksgrunnlag' }).click();
  await page.getByText('Lagret som').first().waitFor();
  await picture(page, 'basis');
  console.log(pdf);
  await page.getByRole('link', { name: /^Mine saker/ }).click();
  await page.getByRole('link', { name: '2026/1843' }).waitFor();
  await picture(page, 'cases');
  await page.getByRole('link', { name: 'Logg over oppslag' }).click();
  await page.getByRole('table').waitFor();
  await picture(page, 'journal');

  console.log('Ivar (collection officer) finds what may be garnished');
  page = await practiseAs(running, page, 'ivar');
  await createDebtor(page, {
    caseNumber: '2026/5031',
    about: debtor('Tre Bein'),
    decisionDate: IN_TRANSITION,
  });
  await enterUsual(page);
  await picture(page, 'debtor-claims');
  await saveClaims(page);
  await fetchAll(page);
  await picture(page, 'debtor-information');
  await goToDecision(page);
  await card(page, 'Trekkpliktig').getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Lagre valgene' }).click();
  await card(page, 'Kan ikke besluttes ennå').waitFor({ state: 'hidden' });
  await picture(page, 'debtor-decision');
  console.log('Ivar registers the utleggstrekk');
  await goToRegistration(page);
  await beginRegistration(page);
  await review(page);
  await makeLetters(running, page);
  await picture(page, 'trekk-review');
  await confirm(page);
  await isCalled(page, 'Sendt');
  await picture(page, 'trekk-sent');
  if (running.problems().length > 0) throw new Error(running.problems().join('\n'));
} finally {
  await running.close();
}
