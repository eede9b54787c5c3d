import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from 'playwright';
import { memoryOf } from './memoryOf.ts';

const MAIN = `
import { app, BrowserWindow } from 'electron';
app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768 }).loadURL('data:text/html,<h1>bare</h1>'));
`;

/** Starts the same Electron with one window that holds a heading: what no program can be below. */
export async function bareWindow(): Promise<{ readonly milliseconds: number; readonly bytes: number }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'saksbord-bare-'));
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'bare', version: '1.0.0', main: 'main.mjs' }),
  );
  writeFileSync(path.join(folder, 'main.mjs'), MAIN);
  const started = performance.now();
  const app = await _electron.launch({
    executablePath: process.env.SAKSBORD_ELECTRON ?? '',
    args: [folder, `--user-data-dir=${folder}/profile`],
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    const page = await app.firstWindow();
    await page.getByRole('heading', { name: 'bare' }).waitFor();
    return { milliseconds: performance.now() - started, bytes: await memoryOf(app) };
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
