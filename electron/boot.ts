import { mkdtempSync, rmSync } from 'node:fs';
import { readFileSync } from 'node:original-fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { Session } from '../shared/session.ts';
import { textIn } from '../shared/text/text.ts';
import { checkSeal } from './integrity/seal.ts';
import { refusedSwitch } from './integrity/switches.ts';

declare const __SAKSBORD_FLAVOUR__: Session['flavour'];
declare const __SAKSBORD_SEAL_KEY__: string;

/** Exit codes of sysexits.h: the command line was wrong; something is wrong inside the program. */
const EX_USAGE = 64;
const EX_SOFTWARE = 70;

// Nothing of the program itself, nor the libraries it brings, is loaded before this has been looked at.
const { refusals } = textIn('nb').app;
const given = __SAKSBORD_FLAVOUR__ === 'release' ? refusedSwitch(process.argv.slice(1), process.platform) : null;
const sealed = app.isPackaged ? checkSeal(process.resourcesPath, __SAKSBORD_SEAL_KEY__, readFileSync) : null;

if (given !== null) {
  process.stderr.write(`${refusals.switch(given)}\n`);
  // At once: Chromium opens a debugger's door when it is ready.
  process.exit(EX_USAGE);
} else if (sealed?.ok === false) {
  const { title, explained } = refusals.seal[sealed.error];
  process.stderr.write(`${title}: ${explained}\n`);
  app.whenReady().then(async () => {
    await dialog.showMessageBox({ type: 'error', title: 'Saksbord', message: title, detail: explained });
    app.exit(EX_SOFTWARE);
  });
} else if (app.commandLine.hasSwitch('diagnose')) {
  // Beside a program that runs, which would otherwise take its place.
  const { diagnose } = await import('./diagnose.ts');
  app.whenReady().then(async () => {
    const diagnosis = await diagnose(app, __SAKSBORD_FLAVOUR__, sealed !== null);
    process.stdout.write(`${JSON.stringify(diagnosis, null, 2)}\n`, () => app.exit(diagnosis.ready ? 0 : 1));
  });
} else {
  if (app.commandLine.hasSwitch('smoke')) {
    const profile = mkdtempSync(join(tmpdir(), 'saksbord-smoke-'));
    app.setPath('userData', profile);
    process.once('exit', () => rmSync(profile, { recursive: true, force: true }));
  }
  // Waited for: Electron is not ready until the program is loaded.
  await import('./main.ts');
}
