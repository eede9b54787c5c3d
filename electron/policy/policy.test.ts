import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { tempFolder } from '../storage/testKit.ts';
import { groupsFromWhoami, readOsUser } from './osUser.ts';
import { type MachinePolicy, type OsUser, rolesOf } from './policy.ts';
import { policyPath, readPolicy } from './readPolicy.ts';

const policy: MachinePolicy = {
  environment: 'production',
  municipality: 'Øvelse kommune',
  roles: {
    housing: { users: ['kari'], groups: ['boligkontoret'] },
    it: { users: [], groups: ['it drift'] },
  },
  updates: { mode: 'off' },
};

describe('rolesOf', () => {
  const user = (changes: Partial<OsUser>): OsUser => ({ name: 'nobody', groups: [], ignoresCase: false, ...changes });

  it('gives a role by name or by group, and none to anyone else', () => {
    expect(rolesOf(policy, user({ name: 'kari' }))).toEqual(['housing']);
    expect(rolesOf(policy, user({ groups: ['users', 'it drift'] }))).toEqual(['it']);
    expect(rolesOf(policy, user({ name: 'kari', groups: ['it drift'] }))).toEqual(['housing', 'it']);
    expect(rolesOf(policy, user({ name: 'boligkontoret', groups: ['kari'] }))).toEqual([]);
  });

  it('takes `Kari` for `kari` only where the system does', () => {
    expect(rolesOf(policy, user({ name: 'Kari', ignoresCase: true }))).toEqual(['housing']);
    expect(rolesOf(policy, user({ groups: ['IT Drift'], ignoresCase: true }))).toEqual(['it']);
    expect(rolesOf(policy, user({ name: 'Kari' }))).toEqual([]);
  });
});

describe('readPolicy', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = join(tempFolder(), 'saksbord');
    mkdirSync(folder, { mode: 0o755 });
    path = join(folder, 'policy.json');
    writeFileSync(path, JSON.stringify(policy), { mode: 0o644 });
  });
  const asRoot = process.getuid?.() === 0;
  const read = { state: 'read', policy };
  const guarded = { state: 'refused', why: 'anyone-may-write' };

  it('reads what root has written, and refuses what an ordinary user has', () => {
    // run by an ordinary user, everything in the folder belongs to one
    expect(readPolicy(path, 'linux')).toEqual(asRoot ? read : guarded);
  });

  it.each([
    ['others may write in the file', () => chmodSync(path, 0o646)],
    ['a group may write in the file', () => chmodSync(path, 0o664)],
    ['others may write in the folder', () => chmodSync(folder, 0o757)],
    ['a group may write in the folder', () => chmodSync(folder, 0o775)],
  ])('refuses it when %s', (_, loosen) => {
    loosen();
    expect(readPolicy(path, 'linux')).toEqual(guarded);
  });

  it.runIf(asRoot)('refuses what an ordinary user owns, file or folder', () => {
    chownSync(path, 65534, 0);
    expect(readPolicy(path, 'linux')).toEqual(guarded);
    chownSync(path, 0, 0);
    chownSync(folder, 65534, 0);
    expect(readPolicy(path, 'linux')).toEqual(guarded);
  });

  it('follows no link, neither to a file nor to a folder', () => {
    const elsewhere = tempFolder();
    symlinkSync(path, join(elsewhere, 'policy.json'));
    expect(readPolicy(join(elsewhere, 'policy.json'), 'linux')).toMatchObject({ state: 'refused' });
    symlinkSync(folder, join(elsewhere, 'saksbord'));
    expect(readPolicy(join(elsewhere, 'saksbord', 'policy.json'), 'linux')).toMatchObject({ state: 'refused' });
  });

  it('tells no file from a file it may not use', () => {
    expect(readPolicy(join(folder, 'none.json'), 'linux')).toEqual({ state: 'absent' });
    expect(readPolicy(join(folder, 'no', 'folder.json'), 'linux')).toEqual({ state: 'absent' });
    expect(readPolicy(folder, 'linux')).toMatchObject({ state: 'refused' });
  });

  it.each([
    ['no JSON', '{'],
    ['training: that is not for IT to switch on', JSON.stringify({ ...policy, environment: 'training' })],
    ['a role that is none', JSON.stringify({ ...policy, roles: { admin: { users: ['kari'] } } })],
    ['a misspelt field', JSON.stringify({ ...policy, roles: { it: { user: ['amund'] } } })],
    ['no municipality', JSON.stringify({ ...policy, municipality: '' })],
  ])('refuses %s', (_, text) => {
    writeFileSync(path, text);
    expect(readPolicy(path, 'linux')).toEqual(asRoot ? { state: 'refused', why: 'invalid' } : guarded);
  });

  it('reads a file from an editor that puts a byte order mark first', () => {
    writeFileSync(path, `\uFEFF${JSON.stringify(policy)}`);
    expect(readPolicy(path, 'linux')).toEqual(asRoot ? read : guarded);
  });

  it('on Windows refuses what this user could write in, by trying', () => {
    expect(readPolicy(path, 'win32')).toEqual(guarded);
  });

  it.runIf(asRoot)('on Windows reads what this user could not write in, and refuses a folder that they could', () => {
    const readAsNobody = () =>
      JSON.parse(
        execFileSync(process.execPath, [fileURLToPath(new URL('./readAsUser.ts', import.meta.url)), path], {
          encoding: 'utf8',
        }),
      );
    chmodSync(join(folder, '..'), 0o755);
    expect(readAsNobody()).toEqual(read);
    chmodSync(folder, 0o777);
    expect(readAsNobody()).toEqual(guarded);
    chmodSync(folder, 0o755);
    chmodSync(path, 0o666);
    expect(readAsNobody()).toEqual(guarded);
  });

  it('lies where only an administrator can put it, whatever the environment says', () => {
    expect(policyPath('linux')).toBe('/etc/saksbord/policy.json');
    expect(policyPath('win32')).toBe('C:\\ProgramData\\Saksbord\\policy.json');
  });
});

describe('readOsUser', () => {
  it('asks the system for the user and their groups', async () => {
    const user = await readOsUser('linux');
    expect(user.name).toBe(userInfo().username);
    expect(user.groups).toContain(execFileSync('/usr/bin/id', ['-gn'], { encoding: 'utf8' }).trim());
    expect(user.ignoresCase).toBe(false);
  });

  it('reads what `whoami` prints: the name with and without its domain, and the SID', () => {
    const csv = [
      '"Everyone","Well-known group","S-1-1-0","Mandatory group, Enabled by default, Enabled group"',
      '"OVELSE\\Boligkontoret","Group","S-1-5-21-1004336348-1177238915-682003330-512","Mandatory group"',
    ].join('\r\n');
    expect(groupsFromWhoami(csv)).toEqual([
      'Everyone',
      'Everyone',
      'S-1-1-0',
      'OVELSE\\Boligkontoret',
      'Boligkontoret',
      'S-1-5-21-1004336348-1177238915-682003330-512',
    ]);
    expect(groupsFromWhoami('ERROR: Unable to get group membership information.')).toEqual([]);
  });
});
