import type { ElectronApplication } from 'playwright';

/** What all its processes hold in memory two seconds after now, in bytes, as Electron counts it. */
export async function memoryOf(app: ElectronApplication): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const kilobytes = await app.evaluate(({ app: main }) =>
    main.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0),
  );
  return kilobytes * 1024;
}
