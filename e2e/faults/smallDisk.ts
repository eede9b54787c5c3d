import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import path from 'node:path';

/** A folder on a disk of its own that can be filled; without the right to mount one, an ordinary folder that never is. */
export interface SmallDisk {
  readonly folder: string;
  readonly canBeFull: boolean;
  /** Leaves so many bytes; more than there were are not made. */
  readonly fill: (spare: number) => void;
  readonly free: () => void;
  readonly remove: () => void;
}

const SIZE = '48m';
const CHUNK = Buffer.alloc(64 * 1024, 'x');

/** Mounts a small tmpfs at a new folder, which takes root on Linux. It goes with this process, if not before. */
export function smallDisk(folder: string): SmallDisk {
  mkdirSync(folder, { recursive: true });
  const canBeFull = mount(folder);
  const filler = path.join(folder, 'filler');
  const free = (): void => rmSync(filler, { force: true });
  const remove = (): void => {
    process.off('exit', remove);
    if (canBeFull) execFileSync('umount', ['--lazy', folder]);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', remove);
  return {
    folder,
    canBeFull,
    fill: (spare) => {
      if (!canBeFull) return;
      const { bavail, bsize } = statfsSync(folder);
      const file = openSync(filler, 'w');
      try {
        for (let left = bavail * bsize - spare; left > 0; left -= CHUNK.length) {
          writeSync(file, CHUNK, 0, Math.min(left, CHUNK.length));
        }
      } catch (error) {
        // The program writes too, and may have taken the last of it.
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      } finally {
        closeSync(file);
      }
    },
    free,
    remove,
  };
}

function mount(folder: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    // A container without the right to mount.
    return false;
  }
}
