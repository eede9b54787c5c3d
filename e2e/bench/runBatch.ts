import { DEBTORS } from '../../electron/training/debtors.ts';
import { call, launchTraining } from '../program.ts';
import type { Simulator } from '../simulator.ts';

/** Looks so many rows up for which rules apply, from the press to the last answer kept, in milliseconds. */
export async function runBatch(simulator: Simulator, profileDir: string, rows: number): Promise<number> {
  const answering = DEBTORS.filter((one) => !one.isUnknown && one.unanswered.length === 0);
  const list = Array.from({ length: rows }, (_, row) => {
    const { nationalId } = answering[row % answering.length] ?? {};
    return `M-${row};${nationalId};utleggstrekk`;
  });
  const running = await launchTraining(simulator, { profileDir });
  try {
    const { page } = running;
    await page.getByRole('heading', { level: 1 }).waitFor();
    const imported = await call(page, 'batch.importText', { text: `Sak;Fnr;Formål\n${list.join('\n')}` });
    if (imported.state !== 'imported') throw new Error('the list was not taken in');
    const batchId = imported.batch.id;
    const started = performance.now();
    await call(page, 'batch.start', { batchId, topics: ['samordnetTrekk'] });
    for (;;) {
      const status = (await call(page, 'batch.list', {})).find(({ id }) => id === batchId)?.progress.status;
      if (status === 'done') break;
      if (status !== 'running') throw new Error(`the run is ${status}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const took = performance.now() - started;
    const asked = await simulator.asked('samordnetTrekk');
    if (asked < rows) throw new Error(`only ${asked} of ${rows} were asked about`);
    return took;
  } finally {
    await running.close();
  }
}
