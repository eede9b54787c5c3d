import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root, SetupError } from '../setup/run.mjs';

/** `release` is what municipalities get; `test` is a program of its own beside it, which may be driven by a debugger. */
export type Flavour = 'release' | 'test';

const targets = ['deb', 'rpm', 'tar.gz', 'win', 'mac'] as const;
export type Target = (typeof targets)[number];

/** What is to be made. */
export interface Order {
  readonly flavour: Flavour;
  readonly targets: readonly Target[];
  /** Light compression, for tests. */
  readonly fast: boolean;
  /** A release that may be made from the test runtime and signed with throw-away keys, to try how a release behaves. Never published. */
  readonly rehearsal: boolean;
  /** package.json's; another one only to try upgrades. */
  readonly version: string;
  /** How many per cent of the PCs shall take the new version by themselves; left out, all. */
  readonly staging: number | undefined;
}

/** Reads `--flavour test|release --target deb,rpm,tar.gz,win,mac --fast --rehearsal --version 1.2.3 --staging 10`. */
export function readOrder(args: string[], usual: { flavour: Flavour }): Order {
  const { values } = parseArgs({
    args,
    options: {
      flavour: { type: 'string', default: usual.flavour },
      target: { type: 'string', default: 'deb,rpm' },
      fast: { type: 'boolean', default: false },
      rehearsal: { type: 'boolean', default: false },
      version: { type: 'string', default: packageVersion() },
      staging: { type: 'string' },
    },
  });
  const { flavour, fast, rehearsal, version } = values;
  if (flavour !== 'release' && flavour !== 'test') throw new SetupError(`--flavour is release or test, not ${flavour}`);
  const chosen = values.target.split(',').map((name) => {
    const target = targets.find((one) => one === name);
    if (!target) throw new SetupError(`--target is some of ${targets.join(',')}, not ${name}`);
    return target;
  });
  if (chosen.length > 1 && chosen.some((target) => target === 'win' || target === 'mac')) {
    throw new SetupError('win and mac are made each in a run of their own');
  }
  const staging = values.staging === undefined ? undefined : Number(values.staging);
  if (staging !== undefined && !(Number.isInteger(staging) && staging >= 0 && staging <= 100)) {
    throw new SetupError(`--staging is a whole number from 0 to 100, not ${values.staging}`);
  }
  return { flavour, targets: chosen, fast, rehearsal, version, staging };
}

const packageVersion = (): string => JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version;

/** The name and the folders of a flavour. Both can be installed on one machine. */
export const product = (flavour: Flavour) =>
  flavour === 'release'
    ? ({ appId: 'no.saksbord.app', name: 'Saksbord', executable: 'saksbord' } as const)
    : ({ appId: 'no.saksbord.test', name: 'Saksbord-test', executable: 'saksbord-test' } as const);

/** Where everything about a version ends up. */
export const outFolder = ({ flavour, version }: Order): string => path.join(root, 'out/release', flavour, version);

/** The program as a folder on Linux, before it is put into packages. */
export const unpackedFolder = (order: Order): string => path.join(outFolder(order), 'linux-unpacked');

/** The executable itself on Linux; what is started is the script beside it that checks the seal first. */
export const linuxExecutable = (order: Order): string =>
  path.join(unpackedFolder(order), `${product(order.flavour).executable}-bin`);

/** Where a finished program lies: what carries the fuses, and Electron's resources. An order is for one system. */
export function finishedProgram(order: Order): { readonly executable: string; readonly resources: string } {
  const { name } = product(order.flavour);
  if (order.targets.includes('win')) {
    const folder = path.join(outFolder(order), 'win-unpacked');
    return { executable: path.join(folder, `${name}.exe`), resources: path.join(folder, 'resources') };
  }
  if (order.targets.includes('mac')) {
    const contents = path.join(outFolder(order), 'mac-arm64', `${name}.app`, 'Contents');
    return { executable: path.join(contents, 'MacOS', name), resources: path.join(contents, 'Resources') };
  }
  return { executable: linuxExecutable(order), resources: path.join(unpackedFolder(order), 'resources') };
}
