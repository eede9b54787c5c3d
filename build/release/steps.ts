import { say } from '../setup/run.mjs';
import { buildProgram } from './buildProgram.ts';
import { checkFuses } from './checkFuses.ts';
import { type Flavour, type Order, readOrder } from './order.ts';
import { packageProgram } from './packageProgram.ts';
import { publish } from './publish.ts';
import { signPackages } from './signPackages.ts';
import { verifyArtifacts } from './verifyArtifact.ts';
import { writeFeed } from './writeFeed.ts';
import { writeSbom } from './writeSbom.ts';

/** From the commit to what municipalities fetch, in this order. Each leaves its work in out/release/FLAVOUR/VERSION and can be run again alone. */
const steps: Record<string, (order: Order) => void | Promise<void>> = {
  build: buildProgram,
  package: packageProgram,
  fuse: checkFuses,
  sign: signPackages,
  verify: verifyArtifacts,
  sbom: writeSbom,
  feed: writeFeed,
  publish,
};

/** Every step's name, in order. */
export const allSteps = Object.keys(steps);

/** Runs some of the steps. @returns the exit code */
export async function runSteps(names: readonly string[], args: string[], flavour: Flavour): Promise<number> {
  const order = readOrder(args, { flavour });
  for (const [index, [name, run]] of Object.entries(steps).entries()) {
    if (!names.includes(name)) continue;
    const started = performance.now();
    await run(order);
    say(`${index + 1} ${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  return 0;
}
