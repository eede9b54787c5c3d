import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createPackage } from '@electron/asar';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { asRoot, asUser, debOf, install } from './machine.ts';

// What someone might try on a PC where the release is installed, each tried on a rehearsed release: the same in everything but Electron's version.

const program = '/opt/Saksbord';
const resources = path.join(program, 'resources');
/** The command as people start it, and Electron itself, past the script that checks the seal. */
const command = '/usr/bin/saksbord';
const electron = path.join(program, 'saksbord-bin');
const USAGE = 64;
const NOT_OURS = 70;

const scratch = mkdtempSync(path.join(tmpdir(), 'saksbord-tamper-'));
asRoot('chmod', '1777', scratch);
/** Foreign code leaves this behind when it runs. */
const marker = path.join(scratch, 'ran');
const foreignCode = `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '');`;
const untouched = path.join(scratch, 'resources');

beforeAll(async () => {
  install(debOf('release', '0.1.0'));
  cpSync(resources, untouched, { recursive: true });
  writeFileSync(path.join(scratch, 'evil.cjs'), foreignCode);
  mkdirSync(path.join(scratch, 'evil'));
  writeFileSync(path.join(scratch, 'evil/package.json'), '{"name":"evil","main":"main.js"}');
  writeFileSync(path.join(scratch, 'evil/main.js'), `${foreignCode} process.exit(0);`);
  await createPackage(path.join(scratch, 'evil'), path.join(scratch, 'evil.asar'));
});
afterEach(() => rmSync(marker, { force: true }));
afterAll(() => {
  asRoot('apt-get', 'purge', '--yes', 'saksbord');
  rmSync(scratch, { recursive: true });
});

/** Is anyone listening? Asked again and again for as long as it is of interest. */
async function everOpen(port: number, seconds: number): Promise<boolean> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (open) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

it('starts when nothing has been done to it', async () => {
  const { code, output } = await asUser([command, '--diagnose']);
  expect(output).toContain('"flavour": "release"');
  expect(output).toContain('"sealed": true');
  expect(code).toBe(0);
});

describe.each([command, electron])('a debugger at %s', (start) => {
  it.each([
    ['--remote-debugging-port=29441', 29441],
    ['-remote-debugging-port=29442', 29442],
    ['--inspect=29443', 29443],
    ['--inspect-brk=29444', 29444],
  ])('%s: no port, and no program', async (given, port) => {
    let opened = false;
    const { code } = await asUser([start, given], {
      seconds: 20,
      meanwhile: async () => {
        opened = await everOpen(port, 3);
      },
    });
    expect(opened).toBe(false);
    expect(code).toBe(USAGE);
  });
});

describe('switches of Chromium and Node', () => {
  it.each([
    ['--remote-debugging-pipe'],
    ['--no-sandbox'],
    ['--js-flags=--allow-natives-syntax'],
    ['--load-extension=/tmp'],
    ['--ignore-certificate-errors'],
    ['--host-resolver-rules=MAP * 127.0.0.1'],
  ])('%s: no program', async (given) => {
    const { code, output } = await asUser([command, given], { seconds: 20 });
    expect(output).toContain('er ikke tillatt');
    expect(code).toBe(USAGE);
  });
});

it('a signal that opens the inspector of an ordinary Node opens none here', async () => {
  let opened = false;
  await asUser([electron, '--training'], {
    seconds: 8,
    meanwhile: async () => {
      await new Promise((resolve) => setTimeout(resolve, 4000));
      asRoot('sh', '-c', `pgrep --full --oldest '^${electron} --training' | xargs -r kill -USR1`);
      opened = await everOpen(9229, 2);
    },
  });
  expect(opened).toBe(false);
});

describe('environment variables of the user', () => {
  it('NODE_OPTIONS loads nothing', async () => {
    const env = { NODE_OPTIONS: `--require=${scratch}/evil.cjs` };
    const { output } = await asUser([electron, '--diagnose'], { env });
    expect(output).toContain('"ready": true');
    expect(existsSync(marker)).toBe(false);
  });

  it('ELECTRON_RUN_AS_NODE makes no Node of it', async () => {
    const env = { ELECTRON_RUN_AS_NODE: '1' };
    const { code } = await asUser([electron, '-e', foreignCode], { env, seconds: 20 });
    expect(existsSync(marker)).toBe(false);
    expect(code).toBe(USAGE);
    const { output } = await asUser([electron, '--diagnose'], { env });
    expect(output).toContain('"ready": true');
  });
});

describe('files, by someone with root’s rights', () => {
  const flipByte = (name: string): void => {
    const file = path.join(resources, name);
    const bytes = readFileSync(file);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(file, bytes);
  };
  afterEach(() => {
    rmSync(resources, { recursive: true });
    cpSync(untouched, resources, { recursive: true });
  });
  const library = 'app.asar.unpacked/node_modules/@libsql/linux-x64-gnu/index.node';

  it.each(['app.asar', library, 'build.json', 'seal', 'seal.sig'])('one bit of %s: no start', async (name) => {
    flipByte(name);
    const { code, output } = await asUser([command, '--diagnose'], { seconds: 20 });
    expect(output).toContain('Programmet startes ikke. Kontakt IT.');
    expect(code).toBe(NOT_OURS);
  });

  it.each([
    ['app.asar', 'Programfilene er endret'],
    [library, 'Programfilene er endret'],
    ['seal', 'Seglet på programfilene er ikke ekte'],
  ])('one bit of %s: Electron itself says so, in a box that waits for someone', async (name, said) => {
    flipByte(name);
    const { output } = await asUser([electron, '--diagnose'], { seconds: 3 });
    expect(output).toContain(said);
    expect(output).not.toContain('"ready"');
  });

  it('another app.asar: no start', async () => {
    cpSync(path.join(scratch, 'evil.asar'), path.join(resources, 'app.asar'));
    const { code, output } = await asUser([command], { seconds: 20 });
    expect(output).toContain('Programfilene er endret');
    expect(code).toBe(NOT_OURS);
    expect(existsSync(marker)).toBe(false);
  });

  it('a folder app beside app.asar is not looked at', async () => {
    cpSync(path.join(scratch, 'evil'), path.join(resources, 'app'), { recursive: true });
    const { output } = await asUser([electron, '--diagnose']);
    expect(output).toContain('"ready": true');
    expect(existsSync(marker)).toBe(false);
  });

  it('a folder app instead of app.asar: no start, either way', async () => {
    cpSync(path.join(scratch, 'evil'), path.join(resources, 'app'), { recursive: true });
    renameSync(path.join(resources, 'app.asar'), path.join(scratch, 'away.asar'));
    expect((await asUser([command], { seconds: 20 })).code).toBe(NOT_OURS);
    const direct = await asUser([electron], { seconds: 3 });
    expect(direct.code).not.toBe(0);
    expect(existsSync(marker)).toBe(false);
  });

  it('no seal: no start', async () => {
    rmSync(path.join(resources, 'seal.sig'));
    expect((await asUser([command], { seconds: 20 })).code).toBe(NOT_OURS);
    expect((await asUser([electron], { seconds: 3 })).output).toContain('Saksbord er ikke fullstendig installert');
  });
});
