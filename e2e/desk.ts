import type { Locator, Page } from 'playwright';
import type { Person } from '../electron/training/peopleLanguage.ts';
import { formatDate, type Instant, type IsoDate, osloDate } from '../shared/dates.ts';

// What the housing officer does, in the words on the screen.

/** Today in Oslo, as one types it. */
export const today = (): string => formatDate(osloDate(new Date().toISOString() as Instant));

interface NewCase {
  readonly caseNumber: string;
  readonly language?: 'bokmål' | 'nynorsk';
  /** As typed; today when left out. */
  readonly decisionDate?: string;
}

/** From the rail: a new case, with the applicant informed today. Ends on the household of the new case. */
export async function createCase(
  page: Page,
  { caseNumber, language = 'bokmål', decisionDate }: NewCase,
): Promise<void> {
  await page.getByRole('link', { name: 'Ny sak' }).first().click();
  await page.getByLabel('Saksnummer', { exact: true }).fill(caseNumber);
  await page.getByRole('radio', { name: language }).check();
  if (decisionDate) await page.getByLabel('Vedtaksdato').fill(decisionDate);
  await page.getByLabel('Informert', { exact: true }).selectOption({ label: 'i samtale' });
  await page.getByLabel('Informert den').fill(today());
  await page.getByRole('button', { name: 'Opprett sak' }).click();
  await page.getByRole('heading', { level: 1, name: caseNumber }).waitFor();
}

type Role = 'Søker' | 'Ektefelle' | 'Samboer' | 'Annen voksen' | 'Barn';

/** The lines of the household, one per person. */
export const memberLines = (page: Page): Locator =>
  page.getByRole('listitem').filter({ has: page.getByLabel(/^Rolle, /) });

/** Adds a person to the household: role, number as it is typed, birth date as it is suggested. */
export async function addMember(
  page: Page,
  role: Role,
  { nationalId, birthDate }: Pick<Person, 'nationalId' | 'birthDate'>,
): Promise<void> {
  const before = await memberLines(page).count();
  await page.getByRole('button', { name: before === 0 ? 'Legg til søkeren' : 'Legg til person' }).click();
  const line = memberLines(page).nth(before);
  await line.getByLabel(/^Rolle, /).selectOption({ label: role });
  await line.getByLabel(/^Fødselsnummer eller d-nummer, /).fill(nationalId);
  const born = line.getByLabel(/^Fødselsdato, /);
  if ((await born.inputValue()) === formatDate(birthDate as IsoDate)) {
    await line.getByRole('button', { name: /^Fødselsdatoen til .* stemmer$/ }).click();
  } else {
    await born.fill(formatDate(birthDate as IsoDate));
  }
}

/** Saves the household and goes on to what the registers hold. */
export async function saveAndGoOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lagre og gå til opplysninger' }).click();
  await page.getByRole('region', { name: 'Hent opplysninger' }).waitFor();
}

/** Goes to a step of the open case by its tab. */
export const goTo = (page: Page, step: 'Husstand' | 'Opplysninger' | 'Vurdering' | 'Vedtaksgrunnlag'): Promise<void> =>
  page.getByRole('navigation', { name: 'Steg i saken' }).getByRole('link', { name: step }).click();

/** The card with months, years and the button; folded away once something has been fetched. */
async function fetchCard(page: Page): Promise<Locator> {
  const again = page.getByRole('button', { name: 'Hent på nytt', expanded: false });
  if (await again.isVisible()) await again.click();
  return page.getByRole('region', { name: 'Hent opplysninger' });
}

/** The months to ask about, as they are called in the list. */
export async function chooseMonths(page: Page, from: string, to: string): Promise<void> {
  const card = await fetchCard(page);
  await card.getByLabel('Fra måned').selectOption({ label: from });
  await card.getByLabel('Til måned').selectOption({ label: to });
}

/** Asks for a tax year instead of each person's newest. */
export async function chooseYear(page: Page, year: number): Promise<void> {
  await (await fetchCard(page)).getByRole('checkbox', { name: String(year) }).check();
}

/** Presses «Hent opplysninger» or «Hent på nytt» without waiting for the answers. */
export async function startFetching(page: Page): Promise<void> {
  await (await fetchCard(page)).getByRole('button', { name: /^Hent (opplysninger|på nytt)$/ }).click();
}

/** Waits until every question has been answered, has failed or was given up. */
export const fetched = (page: Page): Promise<void> =>
  page.getByRole('link', { name: 'Gå til vurdering' }).waitFor({ timeout: 30_000 });

/** Presses «Hent opplysninger» or «Hent på nytt» and waits for the end of it. */
export async function fetchInformation(page: Page): Promise<void> {
  await startFetching(page);
  await page.getByRole('button', { name: 'Avbryt hentingen' }).waitFor({ state: 'hidden', timeout: 30_000 });
  await fetched(page);
}

/** How each question about someone was answered: «Inntekt per måned … Hentet», with what stands below it. */
export const answers = (page: Page, member = 'Søker'): Locator =>
  page.getByRole('region', { name: `Oppslag: ${member}` }).getByRole('listitem');

/** Opens a case from the list of cases. */
export async function openCase(page: Page, caseNumber: string): Promise<void> {
  await page.getByRole('link', { name: /^Mine saker/ }).click();
  await page.getByRole('link', { name: caseNumber }).click();
  await page.getByRole('heading', { level: 1, name: caseNumber }).waitFor();
}
