import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { textIn } from '../shared/text/text.ts';
import { guideAsMarkdown } from './guideAsMarkdown.ts';

const root = path.resolve(import.meta.dirname, '..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const { scripts, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

const found = (pattern: RegExp): string[] => [...new Set([...readme.matchAll(pattern)].map((match) => match[1] ?? ''))];

test('every command the README names exists', () => {
  const named = [...found(/^npm (start|test)\b/gm), ...found(/npm run ([a-z:-]+)/g)];
  expect(named).toContain('start');
  for (const name of named) expect(scripts, name).toHaveProperty([name]);
});

test('every folder, file, test and picture the README names exists', () => {
  const named = [
    ...found(/`((?:shared|electron|renderer|build|e2e)\/[\w./-]*)`/g),
    ...found(/\]\((build\/pictures\/[\w.-]+)\)/g),
  ].filter((name) => !name.includes('NAME'));
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
});

test("IT's guide in the README is the program's; with vitest's -u it is written anew", async () => {
  const [before, , after] = readme.split(/(?<=<!-- guide -->\n)|(?=<!-- end of guide -->)/);
  const guide = `\n${guideAsMarkdown(textIn('nb'), version)}\n\n`;
  await expect([before, guide, after].join('')).toMatchFileSnapshot('../README.md');
});
