import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLog, placeOf } from './log.ts';
import { tempFolder } from './storage/testKit.ts';

const now = () => new Date('2026-11-21T09:00:00Z');

test('one line of JSON each, readable by the user alone', () => {
  const file = join(tempFolder(), 'log', 'saksbord.jsonl');
  const log = createLog(file, now);
  log({ event: 'started' });
  log({ event: 'call-failed', call: 'cases.open', code: 'not-found', reference: 'K7Q2' });
  expect(
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { at: '2026-11-21T09:00:00.000Z', event: 'started' },
    { at: '2026-11-21T09:00:00.000Z', event: 'call-failed', call: 'cases.open', code: 'not-found', reference: 'K7Q2' },
  ]);
  expect(statSync(file).mode & 0o077).toBe(0);
});

test('a full log makes way, and one old one is kept', () => {
  const file = join(tempFolder(), 'saksbord.jsonl');
  writeFileSync(file, 'x'.repeat(1_000_001));
  createLog(file, now)({ event: 'started' });
  expect(statSync(file).size).toBeLessThan(100);
  expect(existsSync(`${file}.1`)).toBe(true);
});

test('a place that can’t be written stops nothing', () => {
  const file = join(tempFolder(), 'a-file');
  writeFileSync(file, '');
  expect(() => createLog(join(file, 'saksbord.jsonl'), now)({ event: 'started' })).not.toThrow();
});

test('the place of a bug, never its message', () => {
  const bug = new Error('about 41918000012 at /home/kari/x.ts:9:9');
  expect(placeOf(bug)).toMatch(/^log\.test\.ts:\d+$/);
  expect(placeOf('41918000012')).toBe('unknown');
});
