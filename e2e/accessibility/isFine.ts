import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { inMain, type RunningApp } from '../app.ts';
import { violations } from './axe.ts';

/** Axe finds nothing; at twice the size on a small screen nothing lies outside, and what is to be pressed next can be. */
export async function isFine(running: RunningApp, page: Page, next?: Locator): Promise<void> {
  expect(await violations(page)).toEqual([]);
  await zoom(running, 2);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(700);
  // A chart measures its place anew after the window has changed.
  await expect.poll(() => outside(page)).toEqual([]);
  await next?.click({ trial: true });
  await zoom(running, 1);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBeGreaterThan(1300);
}

/** Makes everything in the windows as many times larger. */
const zoom = ({ app }: RunningApp, factor: number): Promise<void> =>
  inMain(() =>
    app.evaluate(({ BrowserWindow }, wanted) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.setZoomFactor(wanted);
    }, factor),
  );

/** What makes the page wider than the window, if it is: one would have to scroll sideways to read it. */
export const outside = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 5)
      .map(
        (element) =>
          `${element.tagName.toLowerCase()}.${element.className} ends at ${Math.round(element.getBoundingClientRect().right)} of ${clientWidth}`,
      );
  });
