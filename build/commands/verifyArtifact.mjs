import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureSystemPackages, packagingTools } from '../setup/debian.mjs';
import { SetupError } from '../setup/run.mjs';

/**
 * `npm run verify:artifact -- FILE [--key saksbord-key.asc] [--seal saksbord-seal.pem]`: a table of every check of a package. Without the keys
 * that IT was given, those beside the file are used, and only show that the package belongs together.
 * @param {string[]} args
 */
export async function verifyArtifactCommand(args) {
  await ensureSystemPackages(packagingTools);
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { key: { type: 'string' }, seal: { type: 'string' } },
  });
  const [file] = positionals;
  if (file === undefined) throw new SetupError('usage: npm run verify:artifact -- FILE [--key FILE] [--seal FILE]');
  const { keysBeside } = await import('../release/keys.ts');
  const { verifyArtifact } = await import('../release/verifyArtifact.ts');
  const beside = keysBeside(path.dirname(file));
  const keys = { packages: values.key ?? beside.packages, seal: values.seal ?? beside.seal };
  return (await verifyArtifact(path.resolve(file), keys)) ? 0 : 1;
}
