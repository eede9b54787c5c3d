import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readOrder } from '../../build/release/order.ts';
import { type Rehearsed, rehearseWindows, withOneBitChanged } from '../../build/release/rehearseWindows.ts';

// The way to a signed Windows release with a stub in the place of electron.exe: what can be shown of it without Windows.

let made: Rehearsed;
beforeAll(async () => {
  made = await rehearseWindows(
    readOrder(['--target', 'win', '--rehearsal', '--fast', '--version', '0.1.0'], { flavour: 'release' }),
  );
});

describe.each(['program', 'library', 'installer', 'msi'] as const)('the %s', (part) => {
  it('is signed and stamped, and one changed bit is seen', () => {
    expect(made.isSigned(made[part])).toBe(true);
    expect(made.isSigned(withOneBitChanged(made[part]))).toBe(false);
  });
});

it('has its fuses closed, and the hash of its archive in the program itself', () => {
  expect(made.fusesAreRight).toBe(true);
  expect(readFileSync(made.program).includes(Buffer.from('ELECTRONASAR', 'utf16le'))).toBe(true);
});

it('is an MSI for the whole machine that replaces what is older', () => {
  const table = (name: string): string => execFileSync('msiinfo', ['export', made.msi, name], { encoding: 'utf8' });
  expect(table('Property')).toMatch(/ALLUSERS\t1/);
  expect(table('Upgrade')).toContain('{B7A0B8A2-6E57-4C0A-9E7D-0C4B4E5F6AFF}');
  expect(table('File')).toContain('app.asar');
});
