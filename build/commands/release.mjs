import { ensureSystemPackages, packagingTools } from '../setup/debian.mjs';
import { SetupError } from '../setup/run.mjs';

/**
 * `npm run release -- [STEP …] [--flavour …] [--target …]`: everything from the commit to the folder that municipalities fetch from; or only the
 * steps that are named, by name or by number.
 * @param {string[]} args
 */
export async function release(args) {
  await ensureSystemPackages(packagingTools);
  const { allSteps, runSteps } = await import('../release/steps.ts');
  const firstOption = args.findIndex((argument) => argument.startsWith('-'));
  const named = firstOption < 0 ? args : args.slice(0, firstOption);
  const chosen = named.map((name) => {
    const step = allSteps[Number(name) - 1] ?? allSteps.find((one) => one === name);
    if (step === undefined) throw new SetupError(`no step ${name}; they are ${allSteps.join(', ')}`);
    return step;
  });
  return runSteps(chosen.length > 0 ? chosen : allSteps, args.slice(named.length), 'release');
}
