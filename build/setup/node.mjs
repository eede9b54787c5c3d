import { existsSync } from 'node:fs';
import path from 'node:path';
import { cached, fetchPackage } from './cache.mjs';
import { run, SetupError, say } from './run.mjs';

const version = '24.21.0';

/** Node is on npm as packages with the program inside, one per platform. */
/** @type {Record<string, string>} */
const integrity = {
  'linux-x64': 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  'linux-arm64': 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  'win-x64': 'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
};

function isNewEnough() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12);
}

/**
 * The tools want Node 22.12 or newer. Where this is older, fetches one and runs this same command with it.
 * @returns {Promise<number | undefined>} the exit code of that run; undefined where this Node will do
 */
export async function rerunWithNewerNode() {
  if (isNewEnough()) return undefined;

  const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const pinned = integrity[platform];
  if (pinned === undefined) {
    throw new SetupError(
      `Node ${process.versions.node} is too old and there is no pinned build for ${platform}. ` +
        `Install Node ${version} from https://nodejs.org/dist/v${version}/ and run this again.`,
    );
  }
  const folder = await cached(`node-${version}`, async (target) => {
    say(`Node ${process.versions.node} is too old for the tools: fetching Node ${version} from npm, once`);
    await fetchPackage(`node-${platform}@${version}`, pinned, target);
  });
  const bin = path.join(folder, 'bin');
  const node = path.join(bin, process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(node)) throw new SetupError(`${node} is missing. Delete ${folder} and run this again.`);
  return run(node, process.argv.slice(1), {
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` },
  });
}
