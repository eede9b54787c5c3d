import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningApp } from '../app.ts';
import { memoryHolds } from '../memory.ts';
import { plain } from '../pdf.ts';
import { answerOpenDialog, clientSettings, launchTraining, passwordWindow, replaced } from '../program.ts';
import { type Simulator, startSimulator } from '../simulator.ts';

describe('IT sets the program up: municipality, client, certificate, connection', () => {
  let simulator: Simulator;
  let running: RunningApp;
  let page: Page;

  beforeAll(async () => {
    simulator = await startSimulator();
    running = await launchTraining(simulator);
  });
  afterAll(async () => {
    await running?.close();
    await simulator?.stop();
  });

  const card = (name: string) => page.getByRole('region', { name, exact: true });
  const status = async (): Promise<string> =>
    plain(
      await page.getByRole('complementary', { name: 'Svar og neste steg' }).getByRole('region').first().innerText(),
    );
  /** Chooses a certificate file and gives its password. Ends when the window for the password has gone. */
  const open = async (name: string, password = simulator.certificate(name).password): Promise<void> => {
    await answerOpenDialog(running, simulator.certificate(name).path);
    const asking = await passwordWindow(running, () => chooseFile());
    await asking.getByLabel('Passord', { exact: true }).fill(password);
    const closed = asking.waitForEvent('close');
    await asking.getByRole('button', { name: 'Åpne filen' }).click();
    await closed;
  };
  const chooseFile = (): Promise<void> =>
    card('Virksomhetssertifikat')
      .getByRole('button', { name: /^Velg (ny )?sertifikatfil$/ })
      .click();
  const testConnection = async (): Promise<string> => {
    await page.getByRole('button', { name: /^Test tilkoblingen/ }).click();
    await page.getByRole('button', { name: 'Test tilkoblingen igjen' }).waitFor();
    return plain(await card('Tilkoblingen').innerText());
  };

  it('is told what is missing', async () => {
    page = await replaced(running, () => running.page.getByRole('button', { name: 'Amund Drift' }).click());
    await page.getByRole('heading', { level: 1, name: 'Oppsett' }).waitFor();
    await expect
      .poll(status)
      .toMatch(/^Ikke ferdig .*Organisasjonsnummer mangler.*Klient-id mangler.*Sertifikat eller egen nøkkel mangler/);
  });

  it('enters who the municipality is; a slip of the finger in the number is found', async () => {
    const { municipality, orgNumber, clientId } = clientSettings(simulator);
    await page.getByLabel('Kommunens navn').fill(municipality);
    await page
      .getByLabel('Organisasjonsnummer')
      .fill(orgNumber.replace(/.$/, (last) => String((Number(last) + 1) % 10)));
    await page.getByLabel('Klient-id (client_id)').fill(clientId);
    await page.getByRole('button', { name: 'Lagre oppsettet' }).click();
    await page.getByRole('link', { name: /^Kontrollsifferet i organisasjonsnummeret stemmer ikke/ }).waitFor();
    await page.getByLabel('Organisasjonsnummer').fill(orgNumber);
    await page.getByRole('button', { name: 'Lagre oppsettet' }).click();
    await expect.poll(status).not.toContain('Klient-id mangler');
  });

  it('a wrong password is said where it was typed, and can be typed again; nothing entered is lost', async () => {
    const { path, password } = simulator.certificate('buypass');
    await answerOpenDialog(running, path);
    const asking = await passwordWindow(running, chooseFile);
    await asking.getByText('buypass.p12').waitFor();
    await asking.getByLabel('Passord', { exact: true }).fill('ikke dette');
    await asking.getByRole('button', { name: 'Åpne filen' }).click();
    await asking.getByRole('alert').getByText('Passordet passer ikke til filen.').waitFor();
    await asking.getByLabel('Passord', { exact: true }).fill(password);
    await pressAndGo(asking, 'Enter');
    await card('Innholdet i buypass.p12').waitFor();
    expect(await page.getByLabel('Kommunens navn').inputValue()).toBe(clientSettings(simulator).municipality);
    expect(await memoryHolds(page, password)).toBe(false);
  });

  it('of the two certificates in the file the one for authentication is proposed, with why, and kept', async () => {
    const content = card('Innholdet i buypass.p12');
    expect(await content.getByRole('radio', { name: /^Sertifikat for autentisering/ }).isChecked()).toBe(true);
    expect(plain(await content.innerText())).toContain('Foreslått: laget for autentisering.');
    await content.getByRole('button', { name: 'Ta i bruk sertifikatet' }).click();
    await content.waitFor({ state: 'hidden' });
    expect(plain(await card('Virksomhetssertifikat').innerText())).toContain('FJELLVIK KOMMUNE');
    await expect.poll(status).toContain('Klar til bruk');
  });

  it('the connection works, step by step', async () => {
    const tested = await testConnection();
    for (const step of [
      'Sertifikat eller nøkkel',
      'Klient og organisasjonsnummer',
      'Maskinens klokke',
      'Token for inntekt',
      'Token for skattegrunnlag',
      'Token for oppslag samordnet trekk',
      'Token for utleggsdatabasen',
    ]) {
      expect(tested).toContain(`${step}: virker`);
    }
  });

  it.each([
    ['an expired certificate', 'utloept', 'Sertifikatet er utløpt.'],
    ['a certificate that is not valid yet', 'ikke-gyldig-ennaa', 'Sertifikatet er ikke begynt å gjelde.'],
    [
      "another organisation's certificate",
      'annen-organisasjon',
      'Sertifikatet tilhører et annet organisasjonsnummer enn kommunens.',
    ],
    ['an unknown issuer', 'ukjent-utsteder', 'Utstederen er ikke blant dem Maskinporten godtar.'],
    ['a certificate for encryption', 'bare-kryptering', 'Dette er krypteringsdelen. Velg autentiseringsdelen.'],
  ])('%s is refused in words, and the one in use stays', async (_what, name, why) => {
    await open(name);
    const content = card(`Innholdet i ${name}.p12`);
    await content.waitFor();
    expect(plain(await content.innerText())).toContain(why);
    expect(plain(await content.innerText())).toContain('Ingen av sertifikatene i filen kan brukes.');
    expect(await content.getByRole('button', { name: 'Ta i bruk sertifikatet' }).count()).toBe(0);
    await content.getByRole('button', { name: 'Lukk filen' }).click();
    expect(await status()).toContain('Klar til bruk');
  });

  it('one that goes out soon must be seen before it is kept, and everyone is told from then on', async () => {
    await open('utloeper-snart');
    const content = card('Innholdet i utloeper-snart.p12');
    await content.getByRole('button', { name: 'Ta i bruk sertifikatet' }).click();
    await content.getByText('Kryss av for at du har sett advarselen.').waitFor();
    await content.getByRole('checkbox', { name: 'Jeg har sett dette' }).check();
    await content.getByRole('button', { name: 'Ta i bruk sertifikatet' }).click();
    await content.waitFor({ state: 'hidden' });
    await page
      .getByRole('main')
      .getByText(/^Kommunens sertifikat går ut .* IT må fornye det før da\.$/)
      .waitFor();
  });

  it('a revoked one is found out by Maskinporten, and IT reads what to do', async () => {
    await open('tilbakekalt');
    await card('Innholdet i tilbakekalt.p12').getByRole('button', { name: 'Ta i bruk sertifikatet' }).click();
    await card('Innholdet i tilbakekalt.p12').waitFor({ state: 'hidden' });
    const tested = await testConnection();
    expect(tested).toMatch(/Token for inntekt: mislyktes .*MP-120: Maskinporten godtar ikke sertifikatet\./);
    expect(tested).toMatch(/Referanse: [A-Z2-9]{4}-MP-120/);
    await open('commfides');
    await card('Innholdet i commfides.p12').getByRole('button', { name: 'Ta i bruk sertifikatet' }).click();
    await card('Innholdet i commfides.p12').waitFor({ state: 'hidden' });
  });

  it.each([
    [
      'the scope is not on the client',
      { kind: 'scopeRemoved', scope: 'skatteetaten:inntekt' },
      /MP-200: legg skatteetaten:inntekt til klienten \S+ i selvbetjeningen\./,
    ],
    [
      'Skatteetaten has not granted the scope',
      { kind: 'scopeNotGranted', scope: 'skatteetaten:inntekt' },
      /MP-250: Skatteetaten har ikke åpnet skatteetaten:inntekt for kommunens organisasjonsnummer/,
    ],
    ['the clock of the PC is wrong', { kind: 'clockSkew', seconds: -3600 }, /klokke.*36\d\d sekunder/],
  ] as const)('%s: the step that failed says what to do, the others still count', async (_what, fault, words) => {
    await simulator.fault('token', fault);
    const tested = await testConnection();
    await simulator.mend();
    expect(tested).toMatch(words);
    expect(tested).toContain('Sertifikat eller nøkkel: virker');
    expect(await status()).toContain('Tilkoblingen virker ikke');
  });

  it('closing the file dialog or the password window changes nothing', async () => {
    await answerOpenDialog(running, null);
    await chooseFile();
    await card('Virksomhetssertifikat').getByRole('button', { name: 'Velg ny sertifikatfil' }).waitFor();
    await answerOpenDialog(running, simulator.certificate('enkelt').path);
    const asking = await passwordWindow(running, chooseFile);
    await pressAndGo(asking, 'Escape');
    await card('Virksomhetssertifikat').getByRole('button', { name: 'Velg ny sertifikatfil' }).waitFor();
    expect(await testConnection()).toContain('Token for inntekt: virker');
  });

  it('the key is erased after one deliberate press that says what follows', async () => {
    await card('Virksomhetssertifikat').getByRole('button', { name: 'Fjern sertifikatet' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Fjerne sertifikatet fra denne maskinen?' });
    await dialog.getByRole('button', { name: 'Slett nøkkelen' }).click();
    await expect.poll(status).toContain('Sertifikat eller egen nøkkel mangler');
    page = await replaced(running, async () => {
      await page.getByRole('button', { name: /^Amund Drift/ }).click();
      await page.getByRole('menuitem', { name: 'Kari Saksbehandler' }).click();
    });
    await page.getByText('IT må legge inn kommunens sertifikat under Oppsett før noe kan hentes.').waitFor();
  });

  it('has not tried anything that the window forbids', () => {
    expect(running.problems()).toEqual([]);
  });
});

/** Presses a key that closes the window before it comes up again. */
const pressAndGo = (window: Page, key: string): Promise<void> => window.keyboard.press(key).catch(() => undefined);
