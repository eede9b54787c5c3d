import { closeSync, constants, fstatSync, lstatSync, mkdtempSync, openSync, readFileSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MachinePolicy } from './policy.ts';

/** `absent`: nobody has a role. `refused`: there is a file that can't be trusted or understood; the program must not go on as if there were none. */
export type PolicyReading =
  | { readonly state: 'absent' }
  | { readonly state: 'refused'; readonly why: 'anyone-may-write' | 'unreadable' | 'invalid' }
  | { readonly state: 'read'; readonly policy: MachinePolicy };

/**
 * Where IT puts the policy. On Windows the folder is named in full: `%ProgramData%` is the user's own environment, and would let
 * anyone bring a policy of their own.
 */
export const policyPath = (platform: NodeJS.Platform): string =>
  platform === 'win32' ? 'C:\\ProgramData\\Saksbord\\policy.json' : '/etc/saksbord/policy.json';

/** Reads the policy, unless a normal user could have written it. */
export function readPolicy(path: string, platform: NodeJS.Platform): PolicyReading {
  let text: string;
  try {
    const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      const guarded = platform === 'win32' ? !mayWrite(path) : isGuarded(fstatSync(file)) && areGuarded(dirname(path));
      if (!guarded) return { state: 'refused', why: 'anyone-may-write' };
      text = readFileSync(file, 'utf8');
    } finally {
      closeSync(file);
    }
  } catch (thrown) {
    return hasCode(thrown, 'ENOENT') ? { state: 'absent' } : { state: 'refused', why: 'unreadable' };
  }
  const policy = parse(text);
  return policy ? { state: 'read', policy } : { state: 'refused', why: 'invalid' };
}

function parse(text: string): MachinePolicy | null {
  try {
    return MachinePolicy.parse(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return null;
  }
}

const OTHERS_MAY_WRITE = 0o022;
const STICKY = 0o1000;

/** Owned by root and not writable by group or others (an ACL that lets someone write shows in the group's bits). */
const isGuarded = ({ uid, mode }: { readonly uid: number; readonly mode: number }): boolean =>
  uid === 0 && (mode & OTHERS_MAY_WRITE) === 0;

/** Every folder on the way: who may write in one may put another in its place. Not so in a sticky one (`/tmp`), which guards what root owns. */
function areGuarded(folder: string): boolean {
  const stat = lstatSync(folder);
  const guarded = stat.isDirectory() && (isGuarded(stat) || (stat.uid === 0 && (stat.mode & STICKY) !== 0));
  const parent = dirname(folder);
  return guarded && (parent === folder || areGuarded(parent));
}

/** Windows has no mode to read, and `fs.access` does not ask the access list there: so we try, as the user who runs the program, and leave no trace. */
function mayWrite(path: string): boolean {
  return (
    succeeds(() => closeSync(openSync(path, 'r+'))) ||
    succeeds(() => rmdirSync(mkdtempSync(join(dirname(path), 'probe-'))))
  );
}

function succeeds(attempt: () => void): boolean {
  try {
    attempt();
    return true;
  } catch (thrown) {
    // Anything but a clear no counts as yes.
    return !['EACCES', 'EPERM', 'EROFS'].some((code) => hasCode(thrown, code));
  }
}

const hasCode = (thrown: unknown, code: string): boolean =>
  thrown instanceof Error && 'code' in thrown && thrown.code === code;
