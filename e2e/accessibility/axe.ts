import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

/** What axe finds wrong on a page, one line each; empty is what one wants. WCAG 2.1 AA and axe's own good practice. */
export async function violations(page: Page): Promise<string[]> {
  // In one frame and without a page of its own, which Electron does not give.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`));
}
