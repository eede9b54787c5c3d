import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Takes a finished package apart without installing it. @returns the folder with the program in it */
export function unpack(file: string, into: string): string {
  mkdirSync(into, { recursive: true });
  if (file.endsWith('.deb')) execFileSync('dpkg-deb', ['--extract', file, into]);
  else if (file.endsWith('.rpm')) {
    execFileSync('sh', ['-c', 'rpm2archive -n - < "$0" | tar --extract --directory "$1"', file, into]);
  } else if (file.endsWith('.tar.gz')) execFileSync('tar', ['--extract', '--file', file, '--directory', into]);
  else throw new Error(`do not know how to take apart ${file}`);
  const above = existsSync(path.join(into, 'opt')) ? path.join(into, 'opt') : into;
  return path.join(above, readdirSync(above)[0] ?? '');
}
