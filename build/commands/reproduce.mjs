import { ensureSystemPackages, packagingTools } from '../setup/debian.mjs';

/**
 * `npm run reproduce [-- --fast]`: makes the packages of the commit twice, each in a clone of its own, and compares them byte by byte.
 * @param {string[]} args further arguments to `npm run package`
 */
export async function reproduce(args) {
  await ensureSystemPackages(packagingTools);
  const { compareTwoBuilds } = await import('../release/compareTwoBuilds.ts');
  return compareTwoBuilds(args);
}
