import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Endpoints } from '../../shared/endpoints.ts';
import { EVERYONE } from './everyone.ts';
import { type SimulatorChild, startSimulatorProcess } from './startSimulatorProcess.ts';

const folder = mkdtempSync(join(tmpdir(), 'saksbord-simulator-'));
afterAll(() => rmSync(folder, { recursive: true }));

const start = (...args: string[]): Promise<SimulatorChild> => startSimulatorProcess('--dir', folder, ...args);

describe('the simulator alone', () => {
  test('prints one JSON object with all that a client needs, and ends when its standard input closes', async () => {
    const { description, output, end } = await start();
    expect(output().trim().split('\n')).toHaveLength(1);
    expect(output()).not.toMatch(/\b\d{11}\b/);
    const written = JSON.parse(readFileSync(description.endpointsFile, 'utf8'));
    expect(Endpoints.parse(written)).toEqual(description.endpoints);
    expect(description.certificates.every(({ path, password }) => existsSync(path) && password.length > 0)).toBe(true);
    expect(description.clients.length).toBeGreaterThan(3);
    expect((await fetch(description.metadataUri)).status).toBe(200);
    expect(await end()).toBe(0);
    expect(existsSync(description.endpointsFile)).toBe(false);
    await expect(fetch(description.metadataUri)).rejects.toThrow();
  });

  test('keeps its certificates over a restart, and ends on SIGTERM', async () => {
    const first = await start();
    const { description } = first;
    const lasting = description.certificates.filter(({ name }) => name !== 'utloeper-snart');
    const before = lasting.map(({ path }) => readFileSync(path));
    expect(await first.end('SIGTERM')).toBe(0);
    const second = await start();
    expect(second.description.endpoints.trustAnchors).toEqual(description.endpoints.trustAnchors);
    expect(lasting.map(({ path }) => readFileSync(path))).toEqual(before);
    expect(second.description.control.secret).not.toBe(description.control.secret);
    await second.end();
  });

  test('makes as many more people as asked for, and stands at the day it is told', async () => {
    const { description, end } = await start('--people', '25', '--seed', '3', '--now', '2026-11-21T08:00:00Z');
    const response = await fetch(`${description.control.url}people`, {
      headers: { [description.control.header]: description.control.secret },
    });
    expect(await response.json()).toHaveLength(EVERYONE.length + 25);
    await end();
  });

  test('a time that is none is refused', async () => {
    await expect(start('--now', 'i går')).rejects.toThrow(/--now/);
  });
});
