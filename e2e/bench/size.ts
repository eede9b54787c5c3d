import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** Bytes of the built program with the native packages that go with it on Linux, and of the Electron it runs in; before packing, both. */
export function addedBytes(): { readonly ours: number; readonly electron: number } {
  const native = ['keytar/lib', 'keytar/build/Release', 'libsql', '@libsql/linux-x64-gnu'].map((name) =>
    path.join(root, 'node_modules', name),
  );
  const ours = [path.join(root, 'out/app'), ...native].reduce((sum, folder) => sum + bytesIn(folder), 0);
  return { ours, electron: bytesIn(path.dirname(process.env.SAKSBORD_ELECTRON ?? '')) };
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}
