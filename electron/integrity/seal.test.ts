import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { checkSeal } from './seal.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const library = 'app.asar.unpacked/node_modules/keytar/keytar.node';

let folder: string;
const put = (name: string, bytes: string | Uint8Array): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), bytes);
};
const seal = (names: readonly string[]): void => {
  const hash = (name: string): string =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
  const text = Buffer.from(names.map((name) => `${hash(name)}  ${name}\n`).join(''));
  put('seal', text);
  put('seal.sig', sign(null, text, privateKey));
};
const check = () => checkSeal(folder, key, readFileSync);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saksbord-seal-'));
  put('app.asar', 'the program');
  put(library, 'a library');
  seal(['app.asar', library]);
});

it('finds untouched files in order', () => {
  expect(check()).toEqual({ ok: true, value: null });
});

it.each(['app.asar', library])('sees that %s was changed, and that it is gone', (name) => {
  put(name, 'the prograM');
  expect(check()).toEqual({ ok: false, error: 'broken' });
  rmSync(join(folder, name));
  expect(check()).toEqual({ ok: false, error: 'broken' });
});

it.each(['seal', 'seal.sig'])('does without no %s', (name) => {
  rmSync(join(folder, name));
  expect(check()).toEqual({ ok: false, error: 'missing' });
});

it('trusts no seal that someone else made', () => {
  const other = generateKeyPairSync('ed25519').privateKey;
  put('seal.sig', sign(null, readFileSync(join(folder, 'seal')), other));
  expect(check()).toEqual({ ok: false, error: 'forged' });
});

it('trusts no seal that was written anew after a change', () => {
  const signature = readFileSync(join(folder, 'seal.sig'));
  put('app.asar', 'another program');
  seal(['app.asar', library]);
  put('seal.sig', signature);
  expect(check()).toEqual({ ok: false, error: 'forged' });
});

it('takes no seal that leaves the program itself out', () => {
  seal([library]);
  expect(check()).toEqual({ ok: false, error: 'broken' });
});
