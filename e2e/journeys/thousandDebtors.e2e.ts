import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EVERYONE } from '../../electron/training/everyone.ts';
import { generatePeople } from '../../electron/training/generatePeople.ts';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import type { RunningApp } from '../app.ts';
import { answerOpenDialog, call, launchTraining, practiseAs, setUp } from '../program.ts';
import { type Simulator, startSimulator } from '../simulator.ts';

const ROWS = 1000;
const SEED = 3;
/** What a run asks about each debtor, as the journal and the simulator call it. */
const kinds = [
  ['inntekt', 'inntekt'],
  ['sisteSkatteoppgjoer', 'siste'],
  ['skattegrunnlag', 'summert'],
  ['samordnetTrekk', 'samordnetTrekk'],
  ['utlegg', 'utleggsdatabasen'],
] as const;
/** Calls of one kind on their way at a time. */
const WIDTH = 5;

const folder = mkdtempSync(path.join(tmpdir(), 'saksbord-thousand-'));
const profileDir = path.join(folder, 'profile');
const file = path.join(folder, 'restanser.csv');
type JournalPage = CallOutput<'journal.list'>;

let simulator: Simulator;
let running: RunningApp;
let page: Page;

beforeAll(async () => {
  simulator = await startSimulator('--people', String(ROWS), '--seed', String(SEED));
  running = await launchTraining(simulator, { profileDir });
  page = await practiseAs(running, await setUp(running, simulator), 'ivar');
  const people = generatePeople(ROWS, SEED, new Set(EVERYONE.map(({ nationalId }) => nationalId)));
  const rows = people.map(({ nationalId }, index) => `2026/${index + 1};${nationalId};Utleggstrekk`);
  writeFileSync(file, rows.join('\r\n'));
});
afterAll(async () => {
  await running?.close();
  await simulator?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
const openLists = () => page.getByRole('link', { name: 'Mange skyldnere' }).click();

/** Every lookup in the journal. */
async function journal(): Promise<JournalPage['rows']> {
  const rows: JournalPage['rows'] = [];
  for (;;) {
    const shown: JournalPage = await call(page, 'journal.list', {
      text: '',
      from: null,
      to: null,
      offset: rows.length,
    });
    rows.push(...shown.rows);
    if (rows.length >= shown.total) return rows.filter(({ action }) => action === 'lookup');
  }
}

it('a run of 1000 rows, killed half-way and taken up again, is answered exactly once for each debtor', async () => {
  await openLists();
  await answerOpenDialog(running, file);
  await press('Velg fil');
  await press(/^Start oppslag for 1.000$/);
  await expect.poll(() => simulator.asked('inntekt'), { timeout: 90_000 }).toBeGreaterThanOrEqual(ROWS / 2);
  // From here on no answer comes: what is on its way when the program dies has been asked, and not answered.
  for (const [, target] of kinds) await simulator.fault(target, { kind: 'latency', ms: 600_000 });
  let before = -1;
  const answersHaveStopped = async () => {
    const { length } = await simulator.calls();
    const stopped = length === before;
    before = length;
    return stopped;
  };
  await expect.poll(answersHaveStopped, { interval: 1000 }).toBe(true);
  await running.kill();
  await simulator.mend();

  running = await launchTraining(simulator, { profileDir });
  page = running.page;
  await openLists();
  await page.getByRole('row', { name: /^restanser\.csv Avbrutt av omstart/ }).waitFor();
  await page.getByRole('link', { name: 'restanser.csv' }).click();
  await page.getByText(/Alt som var hentet, er her\. \d+ var underveis, og spørres på nytt\./).waitFor();
  await press('Fortsett');
  await page.getByRole('heading', { name: 'Oppslag: ferdig' }).waitFor({ timeout: 90_000 });

  const calls = await simulator.calls();
  const rows = await journal();
  for (const [source, target] of kinds) {
    const answered = calls.filter((one) => one.target === target);
    // Not everyone has a settled tax year to ask about.
    if (target !== 'summert') expect([source, answered.length]).toEqual([source, ROWS]);
    expect([source, new Set(answered.map(({ person }) => person)).size]).toEqual([source, answered.length]);

    // One row of the journal each; and one for what was on its way, which may not have come as far as to the register.
    const ofSource = rows.filter((row) => row.source === source);
    const known = ofSource.filter(({ outcome }) => outcome !== null);
    expect([source, known.length]).toEqual([source, answered.length]);
    expect([source, new Set(known.map(({ caseNumber }) => caseNumber)).size]).toEqual([source, answered.length]);
    const onTheWay = ofSource.length - known.length;
    expect(onTheWay).toBeLessThanOrEqual(WIDTH);
    expect((await simulator.asked(target)) - answered.length).toBeLessThanOrEqual(onTheWay);
  }
}, 180_000);
