import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../setup/run.mjs';
import { type Order, outFolder, product } from './order.ts';

const templates = path.join(import.meta.dirname, '../installer/linux');

/** What Linux packages hold beside the program's own folder. */
export interface LinuxFiles {
  /** What starts the program: checks the seal first. */
  readonly start: string;
  /** Runs before a deb is unpacked. */
  readonly preinst: string;
  /** `file on this machine=place on theirs`. */
  readonly mappings: readonly string[];
}

const folderOf = (order: Order): string => path.join(outFolder(order), 'linux-files');

/** Fills in the templates in build/installer/linux for this flavour and version. */
export function writeLinuxFiles(order: Order): void {
  const folder = folderOf(order);
  mkdirSync(folder, { recursive: true });
  const { executable, name } = product(order.flavour);
  const values: Record<string, string> = { executable, name, version: order.version };
  for (const template of readdirSync(templates)) {
    const text = readFileSync(path.join(templates, template), 'utf8');
    const file = path.join(folder, template);
    writeFileSync(
      file,
      text.replace(/@(\w+)@/g, (whole, value) => values[value] ?? whole),
    );
    if (template.endsWith('.sh')) chmodSync(file, 0o755);
  }
  const manual = path.join(folder, 'manual.1');
  writeFileSync(`${manual}.gz`, gzipSync(readFileSync(manual)));
}

/** Where they are, and where they go. */
export function linuxFiles(order: Order): LinuxFiles {
  const at = (file: string): string => path.join(folderOf(order), file);
  const { executable } = product(order.flavour);
  const documents = `/usr/share/doc/${executable}`;
  return {
    start: at('start.sh'),
    preinst: at('preinst.sh'),
    mappings: [
      `${at('manual.1.gz')}=/usr/share/man/man1/${executable}.1.gz`,
      `${at('policy.example.json')}=${documents}/policy.example.json`,
      `${path.join(root, 'LICENSE')}=${documents}/copyright`,
    ],
  };
}
