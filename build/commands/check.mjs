import { ensureSystemPackages } from '../setup/debian.mjs';
import { tool } from '../setup/run.mjs';
import { add, report, step, vitest } from './steps.mjs';

/** `npm run check`: types, lint, unused code, unit tests. No window, no keychain. */
export async function check() {
  await ensureSystemPackages();
  return report(await checks());
}

/** The same for `npm test`, which has more to add to the totals. */
export async function checks() {
  const programs = ['shared', 'electron', 'renderer', 'build', 'e2e'];
  const tools = await Promise.all([
    ...programs.map((folder) => step(`types in ${folder}`, tool('typescript', '--project', folder))),
    step('lint and format', tool('@biomejs/biome', 'check', '--error-on-warnings')),
    step('unused code', tool('knip', '--config', 'build/knip.json')),
  ]);
  return add([...tools, await vitest('unit', [])]);
}
