import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { launchApp } from '../app.ts';

test('the program opens one window with its name and something to read, and ends when asked to', async () => {
  const running = await launchApp({ args: ['--training'] });

  await expect.poll(() => running.page.title()).toContain('Saksbord');
  await expect.poll(() => running.page.locator('h1').count()).toBe(1);
  expect(running.app.windows()).toHaveLength(1);

  await running.close();
  expect(running.logs()).not.toMatch(/Uncaught|UnhandledPromiseRejection|Cannot find module/);
});

test('a program that was killed opens again on the same profile', async () => {
  const profileDir = mkdtempSync(path.join(tmpdir(), 'saksbord-profile-'));
  const first = await launchApp({ args: ['--training'], profileDir });
  await first.kill();

  const second = await launchApp({ args: ['--training'], profileDir });
  await expect.poll(() => second.page.title()).toContain('Saksbord');
  await second.close();
});
