// Electron's own default app, cut down: `electron FOLDER …` loads the program in FOLDER. The runtime of
// electron.mjs comes without one. `await` at the top level matters: Electron is not ready until the program is loaded.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = path.resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');
const { name, productName, version, main } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
/** Electron's default app uses two calls its type declarations leave out. */
const itself = /** @type {Electron.App & Record<'setVersion' | 'setAppPath', (value: string) => void>} */ (app);
itself.setName(productName ?? name);
itself.setVersion(version);
itself.setAppPath(folder);
await import(pathToFileURL(path.join(folder, main)).href);
