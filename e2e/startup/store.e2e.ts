import { randomBytes } from 'node:crypto';
import {
  closeSync,
  cpSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openEncryptedFile } from '../../electron/storage/encryptedFile.ts';
import type { RunningApp } from '../app.ts';
import { createCase } from '../desk.ts';
import { plain } from '../pdf.ts';
import { secretOf, trainingFolder } from '../profile.ts';
import { launchTraining, practiseAs } from '../program.ts';
import { type Simulator, startSimulator } from '../simulator.ts';

describe('a store that is not as it was left', () => {
  const profileDir = mkdtempSync(path.join(tmpdir(), 'saksbord-profile-'));
  const database = path.join(trainingFolder(profileDir), 'saksbord.db');
  let simulator: Simulator;

  const asLeft = `${profileDir}-as-left`;
  beforeAll(async () => {
    simulator = await startSimulator();
    const running = await launchTraining(simulator, { profileDir });
    const page = await practiseAs(running, running.page, 'kari');
    await createCase(page, { caseNumber: '2026/6001' });
    await running.close();
    renameSync(profileDir, asLeft);
  });
  beforeEach(() => cpSync(asLeft, profileDir, { recursive: true }));
  afterEach(() => rmSync(profileDir, { recursive: true }));
  afterAll(async () => {
    rmSync(asLeft, { recursive: true, force: true });
    await simulator?.stop();
  });

  const reopened = async (look: (page: Page, running: RunningApp) => Promise<void>): Promise<void> => {
    const running = await launchTraining(simulator, { profileDir });
    try {
      await look(running.page, running);
    } finally {
      await running.close();
    }
  };

  it('is opened with everything in it', () =>
    reopened(async (page) => {
      await page.getByRole('link', { name: '2026/6001' }).waitFor();
    }));

  it.each<[string, () => void]>([
    ['its beginning is overwritten', () => overwrite(database, 0)],
    ['a page in the middle is overwritten', () => overwrite(database, 3 * 4096)],
    ['it is another file', () => writeFileSync(database, 'not a database at all')],
  ])('%s: set aside untouched, said so, and the program works with an empty one', async (_what, damage) => {
    damage();
    const damaged = readFileSync(database);
    await reopened(async (first, running) => {
      await first.getByRole('heading', { name: 'Hvem vil du øve som?' }).waitFor();
      const page = await practiseAs(running, first, 'kari');
      const notice = page.getByText(/^Lageret kunne ikke leses da programmet startet\./);
      await notice.waitFor();
      const [setAside = ''] = readdirSync(trainingFolder(profileDir)).filter((name) => /set-aside.*\.db$/.test(name));
      expect(plain(await notice.innerText())).toContain(`Det er lagt til side som ${setAside}`);
      expect(readFileSync(path.join(trainingFolder(profileDir), setAside)).equals(damaged)).toBe(true);
      await page.getByRole('heading', { name: 'Ingen saker ennå' }).waitFor();
      await createCase(page, { caseNumber: '2026/6002' });
    });
  });

  it('a later Saksbord has written it: left exactly as it is, and the newest Saksbord asked for', async () => {
    const file = openEncryptedFile(database, await secretOf(profileDir, 'database-key'));
    file.exec('pragma user_version = 99990');
    file.close();
    const newer = readFileSync(database);
    await reopened(async (page) => {
      await page.getByRole('heading', { level: 1, name: 'Saksbord kan ikke åpnes' }).waitFor();
      await page.getByText('Lageret er laget av en nyere utgave av Saksbord.').waitFor();
    });
    expect(readFileSync(database).equals(newer)).toBe(true);
  });
});

/** Writes noise over one page of a database. */
function overwrite(database: string, at: number): void {
  const file = openSync(database, 'r+');
  writeSync(file, randomBytes(4096), 0, 4096, at);
  closeSync(file);
}
