import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asRoot, asUser, debOf, install, newHome } from './machine.ts';

// IT's side of the program: what a package does to a PC from the first installation to the last trace of it.

const home = newHome();
const first = debOf('test', '0.1.0');
const next = debOf('test', '0.1.1');
const installedVersion = (): string => asRoot('dpkg-query', '--show', 'saksbord-test').trim();

beforeAll(() => {
  asRoot('apt-get', 'install', '--yes', '--no-install-recommends', '-o', 'DPkg::Options::=--force-unsafe-io', first);
});
afterAll(() => {
  asRoot('apt-get', 'purge', '--yes', 'saksbord-test');
  rmSync(home, { recursive: true });
});

it('installs what was packed, all of it root’s', () => {
  expect(asRoot('dpkg', '--verify', 'saksbord-test')).toBe('');
  expect(asRoot('find', '/opt/Saksbord-test', '!', '-user', 'root', '-o', '-perm', '/022')).toBe('');
});

it('has a command, a desktop entry without switches, a manual and a folder for the policy', () => {
  expect(asRoot('readlink', '/usr/bin/saksbord-test').trim()).toBe('/opt/Saksbord-test/saksbord-test');
  const entry = '/usr/share/applications/saksbord-test.desktop';
  expect(asRoot('desktop-file-validate', entry)).toBe('');
  expect(readFileSync(entry, 'utf8')).toContain('Exec=/opt/Saksbord-test/saksbord-test %U\n');
  expect(asRoot('zgrep', 'TH saksbord-test', '/usr/share/man/man1/saksbord-test.1.gz')).toContain('0.1.0');
  expect(asRoot('stat', '--format=%U %a', '/etc/saksbord').trim()).toBe('root 755');
});

it('tells IT whether it can start here', async () => {
  const { code, output } = await asUser(['saksbord-test', '--diagnose']);
  expect(output).toContain('"ready": true');
  expect(output).toContain('"sealed": true');
  expect(output).toContain('"keychain": "ok"');
  expect(code).toBe(0);
});

it('takes a made-up case to its PDF, with Chromium’s sandbox on', async () => {
  const { code, output } = await asUser(['saksbord-test', '--smoke'], { seconds: 120 });
  expect(output).toContain('"smoke":"ok"');
  expect(output).toContain('"sandboxed":true');
  expect(code).toBe(0);
});

it('is upgraded, and keeps what users have', async () => {
  const stored = path.join(home, 'kept');
  writeFileSync(stored, 'mine');
  install(next);
  expect(installedVersion()).toBe('saksbord-test\t0.1.1');
  expect(readFileSync(stored, 'utf8')).toBe('mine');
  const { output } = await asUser(['saksbord-test', '--diagnose'], { home });
  expect(output).toContain('"version": "0.1.1"');
});

it('is not replaced by an older version', () => {
  expect(() => install(first)).toThrow('it is not replaced by the older 0.1.0');
  expect(installedVersion()).toBe('saksbord-test\t0.1.1');
  expect(asRoot('dpkg', '--verify', 'saksbord-test')).toBe('');
});

it('leaves nothing of itself when it is removed, and the policy until it is purged', () => {
  asRoot('apt-get', 'remove', '--yes', 'saksbord-test');
  for (const gone of ['/opt/Saksbord-test', '/usr/bin/saksbord-test', '/etc/apparmor.d/saksbord-test']) {
    expect(existsSync(gone), gone).toBe(false);
  }
  expect(existsSync(path.join(home, 'kept'))).toBe(true);
});
