import { ensureSystemPackages, packagingTools } from '../setup/debian.mjs';

/**
 * `npm run package -- --target deb,rpm,tar.gz,win,mac [--flavour test|release] [--fast] [--rehearsal]`: the packages, unsigned,
 * in out/release/FLAVOUR/VERSION.
 * @param {string[]} args
 */
export async function packageCommand(args) {
  await ensureSystemPackages(packagingTools);
  const { runSteps } = await import('../release/steps.ts');
  return runSteps(['build', 'package', 'fuse'], args, 'test');
}
