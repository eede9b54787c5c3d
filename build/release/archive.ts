import { extractFile, listPackage } from '@electron/asar';
import type { ShippedPackage } from './shippedPackages.ts';

/** What is in an app.asar, read from the archive itself. */
export interface Archive {
  /** Every file and folder, with slashes, from the archive's root. */
  readonly entries: readonly string[];
  readonly main: string;
  readonly version: string;
  /** npm packages with folders of their own. */
  readonly packages: readonly Pick<ShippedPackage, 'name' | 'version' | 'folder'>[];
  /** The list that the program shows. */
  readonly licences: readonly (ShippedPackage & { readonly text: string | null })[];
}

export function readArchive(file: string): Archive {
  const entries = listPackage(file, { isPack: false }).map((entry) => entry.replaceAll('\\', '/').replace(/^\//, ''));
  const json = (entry: string) => JSON.parse(extractFile(file, entry).toString());
  const { main, version } = json('package.json');
  const packages = entries
    .filter((entry) => /(^|\/)node_modules\/(@[^/]+\/)?[^/]+\/package\.json$/.test(entry))
    .map((entry) => ({
      name: json(entry).name,
      version: json(entry).version,
      folder: entry.replace('/package.json', ''),
    }));
  return { entries, main, version, packages, licences: json('out/app/licences.json') };
}

/** Everything of npm that the archive holds: packages of its own, and what was bundled into our files. */
export const npmPackagesIn = ({ packages, licences }: Archive): Pick<ShippedPackage, 'name' | 'version' | 'folder'>[] =>
  [...licences.filter(({ bundled }) => bundled), ...packages].filter(
    ({ folder }, index, all) => all.findIndex((other) => other.folder === folder) === index,
  );
