import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBuilt } from '../setup/app.mjs';
import { ensureSystemPackages, packagingTools, windowsTools } from '../setup/debian.mjs';
import { startDesktop } from '../setup/desktop.mjs';
import { ensureElectron } from '../setup/electron.mjs';
import { SetupError, say } from '../setup/run.mjs';
import { checks } from './check.mjs';
import { add, report, vitest } from './steps.mjs';

/**
 * `npm test`: everything `npm run check` does, then the tests that need a keychain or a window.
 * `npm test -- --only e2e [vitest arguments]` runs one kind (unit, integration, e2e, installed), for instance one file: `--only e2e e2e/journeys/x.e2e.ts`.
 * @param {string[]} args
 */
export async function test([flag, only, ...rest]) {
  await ensureSystemPackages();
  if (flag === undefined) {
    return report(
      add([
        await checks(),
        await desktopTests('integration', []),
        await desktopTests('e2e', []),
        await installedTests([]),
      ]),
    );
  }
  if (flag === '--only' && only === 'unit') return report(await vitest(only, rest));
  if (flag === '--only' && (only === 'integration' || only === 'e2e')) return report(await desktopTests(only, rest));
  if (flag === '--only' && only === 'installed') return report(await installedTests(rest));
  throw new SetupError('usage: npm test [-- --only unit|integration|e2e|installed [vitest arguments]]');
}

/**
 * Makes packages as quickly as it goes, and tries them the way IT does: two versions of the test build, and a rehearsed release to attack.
 * @param {string[]} args
 */
async function installedTests(args) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    say('packages are installed and tried only on Debian, as root: left out');
    return { passed: 0, failed: 0 };
  }
  try {
    await ensureSystemPackages([...packagingTools, ...windowsTools]);
    const { runSteps } = await import('../release/steps.ts');
    const steps = ['build', 'package', 'fuse', 'sign'];
    await runSteps([...steps, 'sbom', 'feed'], ['--fast', '--target', 'deb,rpm'], 'test');
    await runSteps([...steps, 'feed'], ['--fast', '--target', 'deb', '--version', '0.1.1'], 'test');
    await runSteps(steps, ['--fast', '--target', 'deb', '--rehearsal'], 'release');
    return await vitest('installed', args);
  } catch (error) {
    console.log(`FAILED packaging: ${error}`);
    return { passed: 0, failed: 1 };
  }
}

/**
 * @param {'integration' | 'e2e'} project
 * @param {string[]} args
 */
async function desktopTests(project, args) {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'saksbord-test-'));
  // Profiles of programs that were killed, databases, downloads.
  process.once('exit', () => rmSync(scratch, { recursive: true, force: true, maxRetries: 10 }));
  try {
    const { env } = await startDesktop({ throwAway: true });
    env.TMPDIR = scratch;
    if (project === 'e2e') {
      env.SAKSBORD_ELECTRON = await ensureElectron();
      await ensureBuilt('test');
    }
    return await vitest(project, args, env);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.log(`FAILED set-up for ${project}: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
}
