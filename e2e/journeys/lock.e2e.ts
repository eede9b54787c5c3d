import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inMain, type RunningApp } from '../app.ts';
import { addMember, createCase, fetchInformation, openCase, saveAndGoOn } from '../desk.ts';
import { memoryHolds } from '../memory.ts';
import { people } from '../people.ts';
import { launchTraining, replaced, setUp, tryCall } from '../program.ts';
import { type Simulator, startSimulator } from '../simulator.ts';

describe('locked means forgotten', () => {
  const caseNumber = '2026/3001-laast';
  let simulator: Simulator;
  let running: RunningApp;
  let page: Page;

  beforeAll(async () => {
    simulator = await startSimulator();
    running = await launchTraining(simulator);
    page = await setUp(running, simulator);
    await createCase(page, { caseNumber });
    await addMember(page, 'Søker', people.steadyWage);
    await saveAndGoOn(page);
    await fetchInformation(page);
  });
  afterAll(async () => {
    await running?.close();
    await simulator?.stop();
  });

  it('the case is in the memory of the window while it is open', async () => {
    expect(await memoryHolds(page, caseNumber)).toBe(true);
  });

  it('the button locks: a new window, in whose memory nothing of the case is, and no call goes through', async () => {
    const before = page;
    page = await replaced(running, () => page.getByRole('button', { name: 'Lås programmet' }).click());
    await page.getByRole('heading', { name: 'Saksbord er låst' }).waitFor();
    await expect.poll(() => before.isClosed()).toBe(true);
    expect(await memoryHolds(page, caseNumber)).toBe(false);
    expect(await memoryHolds(page, people.steadyWage.nationalId)).toBe(false);
    expect(await tryCall(page, 'cases.list', {})).toMatchObject({ ok: false, error: { code: 'locked' } });
    expect(await tryCall(page, 'journal.list', { text: '', from: null, to: null, offset: 0 })).toMatchObject({
      ok: false,
      error: { code: 'locked' },
    });
  });

  it('«Lås opp» gives the case back from the store, and asks no authority', async () => {
    const asked = (await simulator.calls()).length;
    await page.getByRole('button', { name: 'Lås opp' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mine saker' }).waitFor();
    await openCase(page, caseNumber);
    expect(await simulator.calls()).toHaveLength(asked);
  });

  it.each([
    ['the computer is locked', 'lock-screen'],
    ['the computer goes to sleep', 'suspend'],
  ] as const)('when %s', async (_when, event) => {
    page = await replaced(running, () =>
      running.app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event),
    );
    await page.getByRole('button', { name: 'Lås opp' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mine saker' }).waitFor();
  });

  it('when nobody has been there for ten minutes', async () => {
    page = await replaced(running, () => idleFor(running, 600));
    await page.getByRole('heading', { name: 'Saksbord er låst' }).waitFor();
    await idleFor(running, 0);
  });
});

/** Makes the display say how long nobody has touched it, and lets that time pass for the program, which counts from its own start. */
const idleFor = ({ app }: RunningApp, seconds: number): Promise<void> =>
  inMain(() =>
    app.evaluate(({ powerMonitor }, idle) => {
      powerMonitor.getSystemIdleTime = () => idle;
      const before = performance.now.bind(performance);
      performance.now = () => before() + idle * 1000;
    }, seconds),
  );
