import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inMain, launchApp, type RunningApp } from '../app.ts';
import { addMember, createCase, fetchInformation, goTo, saveAndGoOn } from '../desk.ts';
import { people } from '../people.ts';
import { secretOf, trainingFolder } from '../profile.ts';
import { answerSaveDialog, replaced, setUp } from '../program.ts';
import { type Simulator, startSimulator } from '../simulator.ts';
import { findSecrets, type Places, personalNumber, type Secret, secretKey, secretText } from './scan.ts';

const REASON = 'Begrunnelsen staar bare i det krypterte lageret';
/** Someone who is in no case here: planted, to show that the scan finds what there is. */
const canary = people.severalEmployers.nationalId;

describe('after a whole case, no file, log or process holds a person, key, password or token in the clear', () => {
  const profileDir = mkdtempSync(path.join(tmpdir(), 'saksbord-profile-'));
  /** All that the program could write to outside its profile. */
  const outside = mkdtempSync(path.join(tmpdir(), 'saksbord-outside-'));
  let simulator: Simulator;
  let running: RunningApp;
  let page: Page;
  let secrets: readonly Secret[];
  let ended = false;

  const places = (): Places => ({
    folders: [profileDir, outside],
    printed: running.logs(),
    mainProcess: ended ? null : (running.app.process().pid ?? null),
  });

  beforeAll(async () => {
    simulator = await startSimulator();
    running = await launchApp({
      args: ['--training', `--planted=${canary}`],
      endpointsFile: simulator.description.endpointsFile,
      profileDir,
      env: { TMPDIR: outside, XDG_CACHE_HOME: outside, XDG_CONFIG_HOME: outside },
    });
    page = await setUp(running, simulator);
    await createCase(page, { caseNumber: '2026/7001' });
    await addMember(page, 'Søker', people.steadyWage);
    await addMember(page, 'Samboer', people.disability);
    await saveAndGoOn(page);
    await fetchInformation(page);
    await goTo(page, 'Vurdering');
    await page.getByRole('radio', { name: 'Siste 12 mnd' }).check();
    await page.getByLabel('Begrunnelse (vises i grunnlaget)').fill(REASON);
    await page.getByRole('button', { name: 'Lagre valget' }).click();
    await page.getByRole('link', { name: 'Gå til vedtaksgrunnlag' }).click();
    await answerSaveDialog(running, path.join(outside, 'vedtaksgrunnlag.pdf'));
    await page.getByRole('button', { name: 'Lag vedtaksgrunnlag' }).click();
    await page.getByRole('table').getByText('vedtaksgrunnlag.pdf').waitFor();
    // Half a household that is typed and not saved, and something searched for: drafts and queries are personal data too.
    await goTo(page, 'Husstand');
    await addMember(page, 'Annen voksen', people.shielded);
    await page.getByRole('combobox', { name: 'Søk etter sak' }).fill(people.withdrawnYear.nationalId);
    await page.waitForTimeout(1000);

    secrets = [
      personalNumber('the applicant', people.steadyWage.nationalId),
      personalNumber('the partner', people.disability.nationalId),
      personalNumber('someone typed and not saved', people.shielded.nationalId),
      personalNumber('someone searched for', people.withdrawnYear.nationalId),
      secretText('the password of the certificate file', simulator.certificate('buypass').password),
      secretText('the case number', '2026/7001'),
      secretText('the reason', REASON),
      secretKey('the signing key', await eitherOf('signing-key-a', 'signing-key-b')),
      secretKey('the database key', await secretOf(profileDir, 'database-key')),
      secretKey('the journal key', await secretOf(profileDir, 'journal-key')),
    ];
  });
  afterAll(async () => {
    if (!ended) await running?.close();
    await simulator?.stop();
    for (const folder of [profileDir, outside]) rmSync(folder, { recursive: true, force: true });
  });

  const eitherOf = (...[one, other]: ['signing-key-a', 'signing-key-b']): Promise<Uint8Array> =>
    secretOf(profileDir, one).catch(() => secretOf(profileDir, other));

  /** The PDF is the officer's own, outside the profile: it names the case, and nobody by number. */
  const withoutPdf = (found: readonly string[]): string[] =>
    found.filter((place) => !(place.endsWith('vedtaksgrunnlag.pdf') && /^the (case number|reason) /.test(place)));

  it('the scan finds what is planted: in a file, in what is printed, in the arguments of a process, and a token', async () => {
    const planted = personalNumber('planted', canary);
    const file = path.join(profileDir, 'planted.bin');
    writeFileSync(file, Buffer.concat([Buffer.alloc(100_001, 7), Buffer.from(canary, 'utf16le')]));
    const token = path.join(profileDir, 'planted.log');
    writeFileSync(token, 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzY29wZSI6InNrYXR0In0.x');
    await inMain(() => running.app.evaluate((_electron, text) => console.log(text), canary));
    await expect.poll(() => running.logs()).toContain(canary);

    const found = findSecrets(places(), [planted]);
    expect(found).toContain(`planted in ${file}`);
    expect(found).toContain(`a token in ${token}`);
    expect(found).toContain('planted in what was printed');
    expect(found).toContain('planted in the cmdline of a process');
    for (const name of ['database-key', 'journal-key'] as const) {
      const key = Buffer.from(await secretOf(profileDir, name));
      for (const form of [key, key.toString('hex'), `x${key.toString('base64')}`, `x${key.toString('base64url')}`]) {
        writeFileSync(file, form);
        expect(findSecrets(places(), [secretKey('a key', key)])).toContain(`a key in ${file}`);
      }
    }
    const signingKey = Buffer.from(await eitherOf('signing-key-a', 'signing-key-b'));
    const pem = signingKey.toString('base64').replace(/.{64}/g, '$&\n');
    for (const form of [signingKey, pem]) {
      writeFileSync(file, form);
      expect(findSecrets(places(), [secretKey('a key', signingKey)])).toContain(`a key in ${file}`);
    }
    for (const plantedFile of [file, token]) rmSync(plantedFile);
  });

  it('nothing lies open while the program runs', () => {
    expect(withoutPdf(findSecrets(places(), secrets))).toEqual([]);
  });

  it('nothing lies open when it is locked', async () => {
    page = await replaced(running, () => page.getByRole('button', { name: 'Lås programmet' }).click());
    expect(withoutPdf(findSecrets(places(), secrets))).toEqual([]);
  });

  it('nothing is left open when it has ended, and the database is no readable database', async () => {
    await running.close();
    ended = true;
    expect(withoutPdf(findSecrets(places(), secrets))).toEqual([]);
    const database = readFileSync(path.join(trainingFolder(profileDir), 'saksbord.db'));
    expect(database.length).toBeGreaterThan(50_000);
    expect(database.toString('latin1')).not.toContain('SQLite format 3');
    expect(database.toString('latin1')).not.toMatch(/CREATE TABLE/i);
  });
});
