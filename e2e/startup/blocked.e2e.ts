import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterEach, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../app.ts';
import { plain } from '../pdf.ts';
import { filesUnder, trainingFolder } from '../profile.ts';
import { tryCall } from '../program.ts';

let running: RunningApp | undefined;
const profileDir = mkdtempSync(path.join(tmpdir(), 'saksbord-profile-'));
afterEach(async () => {
  await running?.close();
  rmSync(profileDir, { recursive: true, force: true });
});

/** The page that says that the program can't be opened, in one line. */
async function blockedPage(page: Page): Promise<string> {
  await page.getByRole('heading', { level: 1, name: 'Saksbord kan ikke åpnes' }).waitFor();
  return plain(await page.locator('body').innerText());
}

it('without a keychain nothing is opened, written or asked; the page says what to install', async () => {
  running = await launchApp({
    args: ['--training'],
    env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' },
    profileDir,
  });
  const shown = await blockedPage(running.page);
  expect(shown).toContain('Maskinen har ingen nøkkelring som Saksbord kan bruke.');
  expect(shown).toContain('gnome-keyring libsecret-1-0');
  expect(shown).toContain('Ingen Secret Service, Keychain eller Credential Manager svarte.');
  for (const refused of [
    await tryCall(running.page, 'cases.list', {}),
    await tryCall(running.page, 'setup.openCertificate', {}),
    await tryCall(running.page, 'training.people', {}),
  ]) {
    expect(refused).toMatchObject({ ok: false, error: { code: 'no-keychain' } });
  }
  const written = filesUnder(trainingFolder(profileDir)).map((file) => path.relative(trainingFolder(profileDir), file));
  expect(written.sort()).toEqual(['installation-id', 'log/saksbord.jsonl']);
});

it('a profile that cannot be written says so', async () => {
  // Root may write in any folder, so a file stands where the folder should be.
  mkdirSync(profileDir, { recursive: true });
  writeFileSync(trainingFolder(profileDir), 'in the way');
  running = await launchApp({ args: ['--training'], profileDir });
  const shown = await blockedPage(running.page);
  expect(shown).toContain('Operativsystemet nektet skriving');
  expect(readFileSync(trainingFolder(profileDir), 'utf8')).toBe('in the way');
});

it('an endpoints file that cannot be read never leads to the real authorities', async () => {
  const endpointsFile = path.join(mkdtempSync(path.join(tmpdir(), 'saksbord-endpoints-')), 'endpoints.json');
  writeFileSync(endpointsFile, '{ "inntekt": ');
  running = await launchApp({ args: ['--training'], profileDir, endpointsFile });
  expect(await blockedPage(running.page)).toContain('Oppsettet er ikke ferdig');
});
