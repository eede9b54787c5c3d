import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { MachinePolicy } from '../../electron/policy/policy.ts';
import { fuses } from './fuses.ts';
import { sealKey } from './keys.ts';
import { readOrder } from './order.ts';
import { findRuntime } from './runtime.ts';

const order = (...args: string[]) => readOrder(args, { flavour: 'release' });

describe('an order', () => {
  it.each([
    ['--flavour', 'debug'],
    ['--target', 'deb,msix'],
    ['--target', 'deb,win'],
  ])('of %s %s is refused', (option, value) => {
    expect(() => order(option, value)).toThrow();
  });

  it('for a release is refused without its key and without the official Electron', async () => {
    expect(() => sealKey(order())).toThrow('SAKSBORD_SEAL_KEY');
    await expect(findRuntime(order(), 'linux-x64')).rejects.toThrow('official Electron only');
    await expect(findRuntime(order('--rehearsal'), 'win32-x64')).rejects.toThrow('SAKSBORD_ELECTRON_ZIPS');
  });
});

it('a test build differs from a release in one fuse only', () => {
  const [release, test] = [fuses('release'), fuses('test')];
  expect(test).toEqual({ ...release, enableNodeCliInspectArguments: true });
  expect(release.enableNodeCliInspectArguments).toBe(false);
});

it('the example of a policy is a policy', () => {
  const file = path.join(import.meta.dirname, '../installer/linux/policy.example.json');
  expect(() => MachinePolicy.parse(JSON.parse(readFileSync(file, 'utf8')))).not.toThrow();
});
