import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { IsoDate } from '../../shared/dates.ts';
import { debtor } from '../debtors.ts';
import { call, launchTraining, practiseAs, setUp } from '../program.ts';
import type { Simulator } from '../simulator.ts';
import { memoryOf } from './memoryOf.ts';

/** A debtor about whom nothing is registered. */
export const ASKED_ABOUT = 'Fri Bane';

/** A profile where everything is set up and the collection officer was the last one at the desk. */
export async function preparedProfile(simulator: Simulator): Promise<string> {
  const profileDir = mkdtempSync(path.join(tmpdir(), 'saksbord-bench-'));
  const running = await launchTraining(simulator, { profileDir });
  await running.page.getByRole('heading', { level: 1 }).waitFor();
  await practiseAs(running, await setUp(running, simulator), 'ivar');
  await running.close();
  return profileDir;
}

/** Starts the program once more, until its first screen can be used; and what it holds in memory then. */
export async function startAgain(
  simulator: Simulator,
  profileDir: string,
): Promise<{ readonly milliseconds: number; readonly bytes: number }> {
  const started = performance.now();
  const running = await launchTraining(simulator, { profileDir });
  try {
    await running.page.getByRole('link', { name: 'Ny sak' }).first().waitFor();
    return { milliseconds: performance.now() - started, bytes: await memoryOf(running.app) };
  } finally {
    await running.close();
  }
}

/** Asks one source about one debtor so many times, one after the other, as the screen does; milliseconds of each. The first, which gets a token, is left out. */
export async function askOneByOne(simulator: Simulator, profileDir: string, times: number): Promise<number[]> {
  const running = await launchTraining(simulator, { profileDir });
  try {
    const { page } = running;
    await page.getByRole('heading', { level: 1 }).waitFor();
    const { id } = await call(page, 'collection.create', {
      nationalId: debtor(ASKED_ABOUT).nationalId,
      details: {
        caseNumber: 'MÅLING',
        legalGrounds: ['tvangsfullbyrdelsesloven-2-15'],
        purpose: 'utleggstrekk',
        language: 'nb',
        decisionDate: '2026-11-20' as IsoDate,
        condition: { aliveAndAdult: true, debtNegotiation: false, bankruptcy: false },
      },
    });
    const taken: number[] = [];
    let { version } = await call(page, 'collection.open', { caseId: id });
    for (let time = 0; time <= times; time += 1) {
      const started = performance.now();
      const fetched = await call(page, 'collection.fetch', { caseId: id, expectedVersion: version, only: ['utlegg'] });
      taken.push(performance.now() - started);
      version = fetched.version;
    }
    return taken.slice(1);
  } finally {
    await running.close();
  }
}
