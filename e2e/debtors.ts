import type { Locator, Page } from 'playwright';
import { DEBTORS } from '../electron/training/debtors.ts';
import type { Person } from '../electron/training/peopleLanguage.ts';
import type { RunningApp } from './app.ts';
import { practiseAs } from './program.ts';

// What the collection officer does, in the words on the screen, and whom it is done about.

/** The synthetic debtor of this name, made for what electron/training/debtors.ts says that they show. */
export function debtor(name: string): Person {
  const found = DEBTORS.find((one) => one.name === name);
  if (!found) throw new Error(`no debtor in training is called ${name}`);
  return found;
}

/** A day between 1 January 2026 and 1 January 2027, when it takes a lookup to know the rules; months and trekk of the debtors reach it. */
export const IN_TRANSITION = '20.11.2026';
/** Before the new rules, with livsoppholdssatser that are verified. */
export const BEFORE = '10.03.2025';

/** The innkrevingsdesk of a program that has just begun. */
export const beginAsIvar = (running: RunningApp): Promise<Page> => practiseAs(running, running.page, 'ivar');

interface NewDebtor {
  readonly caseNumber: string;
  readonly about: Person;
  /** As typed. */
  readonly decisionDate: string;
}

/** From the rail: a new case with everything checked that no register tells. Ends on the claims of the new case. */
export async function createDebtor(page: Page, { caseNumber, about, decisionDate }: NewDebtor): Promise<void> {
  await page.getByRole('link', { name: 'Ny sak' }).first().click();
  await page.getByLabel('Fødselsnummer eller d-nummer, skyldner').fill(about.nationalId);
  await page.getByLabel('Saksnummer', { exact: true }).fill(caseNumber);
  await page.getByLabel('Beslutningsdato', { exact: true }).fill(decisionDate);
  const old = decisionDate === BEFORE;
  await page.getByRole('checkbox', { name: /§ 2-15/ }).setChecked(!old);
  await page.getByRole('checkbox', { name: /§ 2-16/ }).setChecked(old);
  await page.getByLabel('Lever og er myndig').selectOption({ label: 'Ja' });
  await page.getByLabel('Under gjeldsforhandling eller gjeldsordning').selectOption({ label: 'Nei' });
  await page.getByLabel('Konkurs').selectOption({ label: 'Nei' });
  await page.getByRole('button', { name: 'Opprett sak' }).click();
  await page.getByRole('heading', { level: 1, name: caseNumber }).waitFor();
  await page.getByRole('region', { name: 'Krav', exact: true }).waitFor();
}

interface Claim {
  readonly type: 'Besøksbidrag' | 'Eiendomsskatt' | 'Vann og avløp' | 'Renovasjon' | 'Husleie';
  readonly reference: string;
  readonly due: string;
  readonly kroner: string;
}

/** Adds claims below those that stand there, nothing paid yet. */
export async function addClaims(page: Page, claims: readonly Claim[]): Promise<void> {
  for (const { type, reference, due, kroner } of claims) {
    const lines = await page.getByLabel(/^Referanse, krav /).count();
    await page.getByRole('button', { name: lines === 0 ? 'Legg til det første kravet' : 'Legg til krav' }).click();
    const of = `, krav ${lines + 1}`;
    await page.getByLabel(`Krav${of}`).selectOption({ label: type });
    await page.getByLabel(`Referanse${of}`).fill(reference);
    await page.getByLabel(`Forfall${of}`).fill(due);
    await page.getByLabel(`Opprinnelig${of}`).fill(kroner);
    await page.getByLabel(`Gjenstår${of}`).fill(kroner);
  }
}

/** Enters a notice about all the claims. */
export async function addNotice(page: Page, sentOn: string, answerBy: string): Promise<void> {
  await page.getByRole('button', { name: 'Før varsel' }).click();
  await page.getByLabel('Sendt, varsel 1').fill(sentOn);
  await page.getByLabel('Svarfrist, varsel 1').fill(answerBy);
}

/** Someone who lives alone, with the rent that is documented, kroner a month. */
export async function addHousehold(page: Page, rent: string): Promise<void> {
  await page.getByRole('button', { name: 'Legg inn husstanden' }).click();
  await page.getByRole('radio', { name: 'Enslig' }).check();
  const housing = page.getByRole('group', { name: 'Dokumenterte boutgifter' });
  await housing.getByLabel('Kroner per måned').fill(rent);
  await housing.getByLabel('Kilde').fill('husleiekontrakt');
}

/** One tax claim that may be decided on `IN_TRANSITION`, its notice, and a household. */
export async function enterUsual(page: Page): Promise<void> {
  await addClaims(page, [{ type: 'Eiendomsskatt', reference: '2026-1', due: '01.10.2026', kroner: '18000' }]);
  await addNotice(page, '15.10.2026', '06.11.2026');
  await addHousehold(page, '9000');
}

/** Saves what is entered and goes on to what the registers hold. */
export async function saveAndGoOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lagre og gå til opplysninger' }).click();
  await page.getByRole('region', { name: 'Hent opplysninger' }).waitFor();
}

/** One press, and the end of it: everything asked has been answered or has failed. */
export async function fetchAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Hent (opplysninger|på nytt)$/ }).click();
  await page.getByRole('link', { name: 'Gå til beslutning' }).waitFor({ timeout: 30_000 });
}

/** From what was fetched to the decision, or back to it by the tab. */
export async function goToDecision(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Steg i saken' }).getByRole('link', { name: 'Beslutning' }).click();
  await card(page, /^Trekkrom/).waitFor();
}

/** From nothing to the decision of a debtor with one usual claim. */
export async function decideOn(page: Page, caseNumber: string, about: Person): Promise<void> {
  await createDebtor(page, { caseNumber, about, decisionDate: IN_TRANSITION });
  await enterUsual(page);
  await saveAndGoOn(page);
  await fetchAll(page);
  await goToDecision(page);
}

/** A piece of the evidence, by its title. */
export const card = (page: Page, title: string | RegExp): Locator =>
  page.getByRole('region', { name: title, exact: true });

/** What must be seen before a decision, whether or not something stops it. */
export const warnings = (page: Page): Locator => card(page, /^(Klar for beslutning|Vær oppmerksom på)$/);

/** What stands there, with every space as an ordinary one. */
export const words = async (place: Locator): Promise<string> =>
  (await place.innerText()).replace(/\s+/gu, ' ').replace('−', '-').trim();

/** A step of the room for trekk: its amount and where it is from. */
export const roomStep = (page: Page, step: string): Promise<string> =>
  words(
    card(page, /^Trekkrom/)
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: step, exact: true }) }),
  );
