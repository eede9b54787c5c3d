import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { capture, root, run, tool } from '../setup/run.mjs';

/** @typedef {{ passed: number, failed: number }} Totals */

/**
 * @param {Totals[]} all
 * @returns {Totals}
 */
export function add(all) {
  return {
    passed: all.reduce((sum, one) => sum + one.passed, 0),
    failed: all.reduce((sum, one) => sum + one.failed, 0),
  };
}

/**
 * Prints the totals as the last line.
 * @param {Totals} totals
 * @returns {number} the exit code they deserve
 */
export function report({ passed, failed }) {
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/**
 * One tool that is either content or not; what it said is shown only when it is not.
 * @param {string} name
 * @param {[string, string[]]} commandLine
 * @returns {Promise<Totals>}
 */
export async function step(name, [command, args]) {
  const started = performance.now();
  const { code, output } = await capture(command, args);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (code !== 0) console.log(output);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * The tests of one project in build/vitest.config.ts.
 * @param {'unit' | 'integration' | 'e2e' | 'installed'} project
 * @param {string[]} args further arguments to vitest, such as the path of one test file
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Totals>} every test counts as one; a file or a runner that crashed counts as one that failed
 */
export async function vitest(project, args, env = process.env) {
  const file = path.join(root, `out/reports/${project}.json`);
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const [command, line] = tool('vitest', 'run', '--config', 'build/vitest.config.ts', '--project', project);
  const code = await run(command, [...line, ...reporters, ...args], { env });
  return countTests(code, existsSync(file) ? readFileSync(file, 'utf8') : undefined);
}

/**
 * @param {number} code vitest's exit code
 * @param {string | undefined} json its report
 * @returns {Totals}
 */
export function countTests(code, json) {
  if (json === undefined) return { passed: 0, failed: 1 };
  /** @type {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} */
  const { testResults } = JSON.parse(json);
  const totals = { passed: 0, failed: 0 };
  for (const { status, assertionResults } of testResults) {
    const failed = assertionResults.filter((test) => test.status === 'failed').length;
    totals.passed += assertionResults.filter((test) => test.status === 'passed').length;
    totals.failed += status === 'failed' && failed === 0 ? 1 : failed;
  }
  if (code !== 0 && totals.failed === 0) totals.failed = 1;
  return totals;
}
