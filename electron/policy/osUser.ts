import { execFile } from 'node:child_process';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';
import type { OsUser } from './policy.ts';

const run = promisify(execFile);

/** Who runs the program, asked of the operating system, never of environment variables. A list of groups that can't be had is empty: no role by group. */
export async function readOsUser(platform: NodeJS.Platform): Promise<OsUser> {
  const windows = platform === 'win32';
  const groups = await (windows ? windowsGroups() : posixGroups()).catch(() => []);
  return { name: userInfo().username, groups, ignoresCase: windows };
}

/** NUL between the names, as those from a directory may hold spaces. */
async function posixGroups(): Promise<string[]> {
  const { stdout } = await run('/usr/bin/id', ['-Gnz']);
  return stdout.split('\0').filter((name) => name !== '');
}

/** `whoami` prints `"DOMAIN\Group name","Alias","S-1-5-…","…"`, one group a line. The policy may name a group with or without its domain, or by SID. */
async function windowsGroups(): Promise<string[]> {
  const { stdout } = await run('C:\\Windows\\System32\\whoami.exe', ['/groups', '/fo', 'csv', '/nh']);
  return groupsFromWhoami(stdout);
}

/** The names of the groups in `whoami /groups /fo csv /nh`. */
export const groupsFromWhoami = (csv: string): string[] =>
  [...csv.matchAll(/^"([^"]+)","[^"]*","(S-[\d-]+)"/gm)].flatMap(([, name = '', sid = '']) => [
    name,
    name.replace(/^.*\\/, ''),
    sid,
  ]);
