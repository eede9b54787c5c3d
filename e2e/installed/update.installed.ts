import { execFileSync } from 'node:child_process';
import { createPrivateKey, sign } from 'node:crypto';
import { createReadStream, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { asRoot, asUser, debOf, type Ended, install, newHome } from './machine.ts';

// The installed program and the municipality's folder of new versions, on a real HTTPS server with a CA of its own.

const first = debOf('test', '0.1.0');
const newer = debOf('test', '0.1.1');
const FEED = '/latest-linux.yml';
const POLICY = '/etc/saksbord/policy.json';
const installedVersion = (): string => asRoot('dpkg-query', '--show', 'saksbord-test').trim().split('\t')[1] ?? '';

const published = readFileSync(path.join(path.dirname(newer), FEED), 'utf8');
const signature = readFileSync(path.join(path.dirname(newer), `${FEED}.sig`), 'utf8');
/** The throw-away key that build/release/keys.ts signs tests with. */
const key = path.join(
  process.env.SAKSBORD_CACHE ?? path.join(homedir(), '.cache/saksbord'),
  'throw-away-keys/seal.pem',
);
const signed = (feed: string): string =>
  sign(null, Buffer.from(feed), createPrivateKey(readFileSync(key))).toString('base64');

const scratch = mkdtempSync(path.join(tmpdir(), 'saksbord-update-'));
/** What the server has been asked for. */
let asked: string[] = [];
/** How it misbehaves; empty: not at all. */
let changed: { feed?: string; signature?: string; deb?: 'changed' | 'cut' } = {};
let server: Server;

beforeAll(async () => {
  install(first);
  const subject = ['-subj', '/CN=Fjellvik kommune', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const files = ['-keyout', path.join(scratch, 'key.pem'), '-out', path.join(scratch, 'ca.pem')];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  execFileSync('openssl', ['req', '-x509', ...kind, ...files, ...subject], { stdio: 'ignore' });
  const identity = {
    key: readFileSync(path.join(scratch, 'key.pem')),
    cert: readFileSync(path.join(scratch, 'ca.pem')),
  };
  server = createServer(identity, ({ url = '' }, response) => {
    asked.push(url);
    if (url === FEED) response.end(changed.feed ?? published);
    else if (url === `${FEED}.sig`) response.end(changed.signature ?? signature);
    else if (url === `/${path.basename(newer)}`) sendDeb(response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  mkdirSync(path.dirname(POLICY), { recursive: true });
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  asRoot('apt-get', 'purge', '--yes', 'saksbord-test');
  rmSync(POLICY, { force: true });
  rmSync(scratch, { recursive: true });
});

afterEach(() => {
  changed = {};
  asked = [];
});

function sendDeb(response: ServerResponse): void {
  const size = statSync(newer).size;
  response.writeHead(200, { 'content-length': size });
  if (changed.deb === undefined) {
    createReadStream(newer).pipe(response);
    return;
  }
  const bytes = readFileSync(newer);
  if (changed.deb === 'changed') response.end(bytes.fill(0, size - 1));
  else response.write(bytes.subarray(0, size / 2), () => server.closeAllConnections());
}

function decide(updates: { mode: string; url?: string }): void {
  const policy = {
    environment: 'test',
    municipality: 'Fjellvik',
    roles: { it: { users: ['nobody', 'root'] } },
    updates,
  };
  writeFileSync(POLICY, JSON.stringify(policy), { mode: 0o644 });
}
const folder = (): string => `https://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** A home whose owner trusts the municipality's CA, as an administrator would have it. */
function trustingHome(): string {
  const home = newHome();
  const database = path.join(home, '.pki/nssdb');
  mkdirSync(database, { recursive: true });
  execFileSync('certutil', ['-d', `sql:${database}`, '-N', '--empty-password']);
  execFileSync('certutil', [
    '-d',
    `sql:${database}`,
    '-A',
    '-t',
    'C,,',
    '-n',
    'fjellvik',
    '-i',
    path.join(scratch, 'ca.pem'),
  ]);
  asRoot('chown', '-R', '65534:65534', home);
  return home;
}

/** Every place the program has told that its new version stands, with the error if there was one. */
function told(home: string): string[] {
  const log = path.join(home, '.config/Saksbord-test/test/log/saksbord.jsonl');
  const lines = execFileSync('sh', ['-c', `cat '${log}' 2>/dev/null || true`], { encoding: 'utf8' })
    .trim()
    .split('\n');
  return lines
    .filter((line) => line !== '')
    .map((line): { event: string; update?: string; code?: string } => JSON.parse(line))
    .filter(({ event }) => event === 'update')
    .map(({ update = '', code }) => (code === undefined ? update : `${update} ${code}`));
}

/** Starts the program and ends it when it has told one of these, or after a while. */
async function startUntil(
  home: string,
  states: RegExp,
  command = ['/usr/bin/saksbord-test'],
  who: { asRoot?: true } = {},
): Promise<Ended> {
  return asUser(command, {
    ...who,
    home,
    seconds: 60,
    meanwhile: async () => {
      for (let time = 0; time < 500 && !told(home).some((state) => states.test(state)); time += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      asRoot('sh', '-c', "pkill --full '^/opt/Saksbord-test/saksbord-test-bin' || true");
    },
  });
}

it.each([
  ['a feed that somebody has changed', { feed: published.replace('0.1.1', '0.1.2') }, 'update-feed-forged'],
  ['a feed without a good signature', { signature: 'AAAA' }, 'update-feed-forged'],
  ['an older version, well signed', older(), 'update-older'],
  ['a file that is not the one in the feed', { deb: 'changed' }, 'update-file-forged'],
  ['a download that is cut', { deb: 'cut' }, 'net-cut'],
] as const)('%s is refused, and what runs is untouched', async (_, wrong, code) => {
  decide({ mode: 'automatic', url: folder() });
  changed = wrong;
  const home = trustingHome();
  await startUntil(home, /^refused|^ready/);
  expect(told(home).at(-1)).toBe(`refused ${code}`);
  expect(installedVersion()).toBe('0.1.0');
  expect(asRoot('dpkg', '--verify', 'saksbord-test')).toBe('');
});

function older() {
  const feed = published.replace('0.1.1', '0.0.9');
  return { feed, signature: signed(feed) };
}

it('a server that nobody vouches for is not listened to', async () => {
  decide({ mode: 'automatic', url: folder() });
  const home = newHome();
  await startUntil(home, /^refused|^ready/);
  expect(told(home).at(-1)).toBe('refused net-tls');
  expect(asked).toEqual([]);
});

it('asked only to tell, it tells and fetches nothing', async () => {
  decide({ mode: 'notify', url: folder() });
  const home = trustingHome();
  await startUntil(home, /^available|^refused/);
  expect(told(home).at(-1)).toBe('available');
  expect(asked).toEqual([FEED, `${FEED}.sig`]);
});

it('left off, it asks nobody', async () => {
  decide({ mode: 'off' });
  const home = trustingHome();
  await asUser(['/usr/bin/saksbord-test'], { home, seconds: 8 });
  expect(asked).toEqual([]);
});

it('a PC whose turn has not come in a staged roll-out waits', async () => {
  const feed = JSON.stringify({ ...JSON.parse(published), stagingPercentage: 0 });
  changed = { feed, signature: signed(feed) };
  decide({ mode: 'automatic', url: folder() });
  const home = trustingHome();
  await startUntil(home, /^newest|^refused|^ready/);
  expect(told(home).at(-1)).toBe('newest');
});

it('what can’t be installed is said, and the program goes on', async () => {
  decide({ mode: 'automatic', url: folder() });
  const home = trustingHome();
  await startUntil(home, /^ready|^refused/);
  expect(told(home).at(-1)).toBe('ready');
  await startUntil(home, /^refused/);
  expect(told(home).at(-1)).toBe('refused update-not-installed');
  expect(installedVersion()).toBe('0.1.0');
});

it('what was fetched is installed at the next start, where the one who starts it may install', async () => {
  decide({ mode: 'automatic', url: folder() });
  const home = trustingHome();
  const command = ['/usr/bin/saksbord-test', '--no-sandbox'];
  await startUntil(home, /^ready|^refused/, command, { asRoot: true });
  expect(told(home).at(-1)).toBe('ready');
  expect(installedVersion()).toBe('0.1.0');

  await asUser(command, {
    home,
    asRoot: true,
    seconds: 60,
    meanwhile: async () => {
      for (let time = 0; time < 500 && installedVersion() !== '0.1.1'; time += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      await new Promise((resolve) => setTimeout(resolve, 3000));
      asRoot('sh', '-c', "pkill --full '^/opt/Saksbord-test/saksbord-test-bin' || true");
    },
  });
  expect(installedVersion()).toBe('0.1.1');
  expect(asRoot('dpkg', '--verify', 'saksbord-test')).toBe('');
});
