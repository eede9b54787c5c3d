import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { SetupError } from '../setup/run.mjs';
import { keysBeside, type TrustedKeys } from './keys.ts';
import { type Order, outFolder } from './order.ts';
import { artifactsOf } from './signPackages.ts';
import { contentChecks } from './verifyContents.ts';
import { signatureChecks } from './verifySignatures.ts';

/** One line of the table: what is looked at, and how. Gives what was found; throws with what is wrong. */
export type Check = [name: string, look: () => string];

/** Step 5: looks at every finished package as one who did not make it. One check that fails stops the release. */
export async function verifyArtifacts(order: Order): Promise<void> {
  for (const file of artifactsOf(order)) {
    if (!(await verifyArtifact(file, keysBeside(outFolder(order)))))
      throw new SetupError(`${file} is not as it must be`);
  }
}

/** Prints a table of every check of a package. @returns whether all of them are content */
export async function verifyArtifact(file: string, keys: TrustedKeys): Promise<boolean> {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'saksbord-verify-'));
  try {
    console.log(`\n${path.basename(file)}`);
    const vouchedFor = print(signatureChecks(file, keys.packages, scratch));
    // What nobody vouches for is not taken apart.
    if (!vouchedFor || !/\.(deb|rpm|tar\.gz)$/.test(file)) return vouchedFor;
    return print(await contentChecks(file, keys.seal, scratch));
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** Does every check, and prints a line for each. @returns whether all are content */
const print = (checks: readonly Check[]): boolean => checks.map(([name, look]) => printed(name, look)).every(Boolean);

function printed(name: string, look: () => string): boolean {
  try {
    console.log(`  ok      ${name.padEnd(54)} ${look()}`);
    return true;
  } catch (thrown) {
    const said = thrown instanceof Error ? thrown.message.trim().split('\n').at(-1) : String(thrown);
    console.log(`  FAILED  ${name.padEnd(54)} ${said}`);
    return false;
  }
}
