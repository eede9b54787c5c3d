import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Text, textIn } from '../../shared/text/text.ts';
import { launchApp, type RunningApp } from '../app.ts';
import { addMember, createCase, fetchInformation, goTo, memberLines, saveAndGoOn } from '../desk.ts';
import { people } from '../people.ts';
import { answerOpenDialog, call, passwordWindow, practiseAs, replaced } from '../program.ts';
import { violations } from './axe.ts';
import { isFine as isFineIn, outside } from './isFine.ts';

describe('every screen can be read and used by everyone', () => {
  let running: RunningApp;
  let page: Page;

  beforeAll(async () => {
    running = await launchApp({ args: ['--training'] });
    page = running.page;
  });
  afterAll(() => running?.close());

  const isFine = (next?: Locator) => isFineIn(running, page, next);
  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const dialogIsFine = async (open: Locator, close: () => Promise<void> = () => page.keyboard.press('Escape')) => {
    await open.click();
    await page.getByRole('dialog').or(page.getByRole('alertdialog')).waitFor();
    expect(await violations(page)).toEqual([]);
    await close();
    await page.getByRole('dialog').or(page.getByRole('alertdialog')).waitFor({ state: 'hidden' });
  };

  it('finds what is planted: a button without a name, grey on white, something wider than the window', async () => {
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.evaluate(() => {
      const planted = document.createElement('div');
      planted.id = 'planted';
      const button = document.createElement('button');
      const grey = document.createElement('p');
      grey.textContent = 'Grått på hvitt';
      grey.style.cssText = 'color: #bbb; background: #fff; width: 3000px';
      planted.append(button, grey);
      document.body.append(planted);
    });
    const found = (await violations(page)).map((one) => one.split(':')[0]);
    expect(found).toEqual(expect.arrayContaining(['button-name', 'color-contrast']));
    expect(await outside(page)).not.toEqual([]);
    await page.evaluate(() => document.getElementById('planted')?.remove());
  });

  it('whom to practise as', async () => {
    await page.getByRole('heading', { level: 1 }).waitFor();
    await isFine(button('Kari Saksbehandler'));
    page = await replaced(running, () => button('Kari Saksbehandler').click());
  });

  it('an empty list of cases', () =>
    isFine(page.getByRole('main').getByRole('link').or(page.getByRole('main').getByRole('button')).first()));

  it('a new case, also when something must be put right', async () => {
    await page.getByRole('link', { name: 'Ny sak' }).first().click();
    await button('Opprett sak').click();
    await page.getByRole('link', { name: 'Skriv saksnummeret.' }).waitFor();
    await isFine(button('Opprett sak'));
  });

  it('the household: empty, filled, with mistakes, with income by hand', async () => {
    await createCase(page, { caseNumber: '2026/8001' });
    await isFine(button('Legg til søkeren'));
    await addMember(page, 'Søker', people.steadyWage);
    await addMember(page, 'Samboer', people.partlyShielded);
    await button('Legg til person').click();
    await button('Lagre og gå til opplysninger').click();
    await page
      .getByRole('link', { name: /^Barn: / })
      .first()
      .waitFor();
    await memberLines(page)
      .nth(0)
      .getByRole('button', { name: /^Legg inn inntekt for hånd/ })
      .click();
    await button('Legg til beløp').click();
    await isFine(button('Lagre og gå til opplysninger'));
    await button('Fjern beløpet').click();
    await button('Fjern Barn').click();
    await saveAndGoOn(page);
  });

  it('what the registers hold: before, after, as a table, and where a figure comes from', async () => {
    await isFine(
      page.getByRole('region', { name: 'Hent opplysninger' }).getByRole('button', { name: 'Hent opplysninger' }),
    );
    await fetchInformation(page);
    await isFine(page.getByRole('link', { name: 'Gå til vurdering' }));
    await button('vis som tabell').click();
    expect(await violations(page)).toEqual([]);
    await dialogIsFine(button(/^38.500, Lønn.*oktober 2026: vis kilden$/).first());
  });

  it('the assessment, and how it was worked out', async () => {
    await goTo(page, 'Vurdering');
    await button('Vis utregning').waitFor();
    await isFine(button('Lagre valget'));
    await dialogIsFine(button('Vis utregning'));
  });

  it('the vedtaksgrunnlag, the history, and changing what the case is about', async () => {
    await goTo(page, 'Vedtaksgrunnlag');
    await isFine();
    await page.getByRole('link', { name: 'Historikk' }).click();
    await page.getByRole('table').or(page.getByRole('list')).first().waitFor();
    await isFine();
    await dialogIsFine(button('Endre saksopplysninger'));
  });

  it('the list with a case in it, and the search', async () => {
    await page.getByRole('link', { name: /^Mine saker/ }).click();
    await page.getByRole('link', { name: '2026/8001' }).waitFor();
    await isFine(page.getByRole('link', { name: '2026/8001' }));
    await page.getByRole('combobox', { name: 'Søk etter sak' }).fill('8001');
    await page.getByRole('option').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('the rules and the journal, as a housing officer sees them', async () => {
    await page.getByRole('link', { name: 'Regler og satser' }).click();
    await page.getByRole('heading', { level: 1, name: 'Regler og satser' }).waitFor();
    await isFine();
    await page.getByRole('link', { name: 'Logg over oppslag' }).click();
    await page.getByRole('heading', { level: 1, name: 'Logg over oppslag' }).waitFor();
    await isFine();
  });

  it('the menu of the user, and a locked program', async () => {
    await button(/^Kari Saksbehandler/).click();
    await page.getByRole('menu').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    page = await replaced(running, () => button('Lås programmet').click());
    await isFine(button('Lås opp'));
    await button('Lås opp').click();
    await page.getByRole('heading', { level: 1, name: 'Mine saker' }).waitFor();
  });

  it("IT's set-up: certificate, what a file holds, removal, and the window for the password", async () => {
    page = await practiseAs(running, page, 'amund');
    await isFine(button('Test tilkoblingen'));
    await button('Test tilkoblingen').click();
    await button('Test tilkoblingen igjen').waitFor();
    const { practice } = await call(page, 'setup.status', {});
    const file = practice?.files.find(({ name }) => name === 'commfides.p12');
    await answerOpenDialog(running, `${practice?.folder}/${file?.name}`);
    const asking = await passwordWindow(running, () => button('Velg ny sertifikatfil').click());
    expect(await violations(asking)).toEqual([]);
    await asking.getByLabel('Passord', { exact: true }).fill('feil');
    await asking.getByRole('button', { name: 'Åpne filen' }).click();
    await asking.getByRole('alert').getByText('Passordet passer ikke').waitFor();
    expect(await violations(asking)).toEqual([]);
    await asking.getByLabel('Passord', { exact: true }).fill(file?.password ?? '');
    await asking.getByRole('button', { name: 'Åpne filen' }).click();
    await button('Ta i bruk sertifikatet').waitFor();
    await isFine(button('Ta i bruk sertifikatet'));
    await button('Lukk filen').click();
    await dialogIsFine(button('Fjern sertifikatet'), () => button('Avbryt').click());
  });

  it("IT's guide, in both languages", async () => {
    const choose = async (name: string) => {
      await button(/^Amund Drift/).click();
      await page.getByRole('menuitemradio', { name }).click();
      await page.keyboard.press('Escape');
    };
    const guideIsFine = async ({ guide }: Text) => {
      await page.getByRole('heading', { level: 1, name: guide.title }).waitFor();
      await isFine(page.getByRole('link', { name: guide.sections.verify.title, exact: true }));
    };
    await page.getByRole('link', { name: 'Oppsett', exact: true }).click();
    await page.getByRole('link', { name: textIn('nb').guide.toGuide }).click();
    await guideIsFine(textIn('nb'));
    await choose('Nynorsk');
    await guideIsFine(textIn('nn'));
    await choose('Bokmål');
  });

  it('the fagansvarlig decides rules', async () => {
    page = await practiseAs(running, page, 'siri');
    await isFine();
    await dialogIsFine(button('Ny regel'));
    await button('Ny regel').click();
    await button('Lag utkast').click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await isFine();
  });

  it('the innkrevingsdesk', async () => {
    page = await practiseAs(running, page, 'ivar');
    await isFine();
  });
});

it('someone without a role, and a program that cannot be opened', async () => {
  const without = await launchApp();
  try {
    await without.page.getByRole('heading', { level: 1, name: 'Du har ikke tilgang ennå' }).waitFor();
    expect(await violations(without.page)).toEqual([]);
  } finally {
    await without.close();
  }
  const blocked = await launchApp({
    args: ['--training'],
    env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' },
  });
  try {
    await blocked.page.getByRole('heading', { level: 1, name: 'Saksbord kan ikke åpnes' }).waitFor();
    expect(await violations(blocked.page)).toEqual([]);
  } finally {
    await blocked.close();
  }
});
