import type { Page } from 'playwright';

/** Does anything in the window's JavaScript memory, or on its page, hold this text? What nobody refers to any more does not count. */
export async function memoryHolds(page: Page, text: string): Promise<boolean> {
  const session = await page.context().newCDPSession(page);
  let snapshot = '';
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
    snapshot += chunk;
  });
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', {});
  await session.detach();
  return snapshot.includes(text) || (await page.content()).includes(text);
}
