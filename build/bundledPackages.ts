import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/** Where the lists are kept until the program is packaged: one file per bundle. */
export const bundledFolder = path.resolve(import.meta.dirname, '../out/bundled');

/**
 * Writes down which npm packages have code or styles in a bundle, as paths below the repository. What ships is read from these lists, not from
 * package.json: there, nearly everything is a development dependency.
 */
export function bundledPackages(bundle: 'main' | 'preload' | 'renderer'): Plugin {
  return {
    name: 'saksbord-bundled-packages',
    generateBundle(_options, output) {
      const modules = Object.values(output).flatMap((part) =>
        part.type === 'chunk' ? Object.entries(part.modules) : [],
      );
      const used = modules.filter(([id, { renderedLength }]) => renderedLength > 0 || /\.css(\?|$)/.test(id));
      const folders = used.flatMap(
        ([id]) => /(?:node_modules\/(?:@[^/]+\/)?[^/]+\/)+/.exec(id)?.[0].slice(0, -1) ?? [],
      );
      mkdirSync(bundledFolder, { recursive: true });
      writeFileSync(path.join(bundledFolder, `${bundle}.json`), JSON.stringify([...new Set(folders)].sort(), null, 2));
    },
  };
}
