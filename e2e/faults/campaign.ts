import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { drawFrom } from '../../electron/training/generatePeople.ts';
import type { TrekkSummary } from '../../shared/ipc/trekkCalls.ts';
import type { Trekk } from '../../shared/utlegg/trekk.ts';
import { compare, type Verdict } from './compare.ts';
import { perform } from './perform.ts';
import { planRun, type Run, TWICE_UNTOLD } from './plan.ts';
import { type Prepared, prepare } from './prepare.ts';
import { Rig } from './Rig.ts';
import { type SmallDisk, smallDisk } from './smallDisk.ts';

/** What a campaign came to. */
export interface Figures {
  readonly runs: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** How the program died, how often. */
  readonly deaths: ReadonlyMap<string, number>;
  /** What else was ordered to go wrong, how often. */
  readonly faults: ReadonlyMap<string, number>;
  readonly diskCouldBeFull: boolean;
}

/** A run as it was planned and what the officer was told. */
interface Done {
  readonly index: number;
  readonly run: Run;
  readonly prepared: Prepared;
  readonly wasConfirmed: boolean;
}

const DRAIN_SECONDS = 120;

/** So many runs by the plan that the seed makes. `say` is told of each batch, and of each act that is not as it should be. */
export async function campaign(runs: number, seed: number, say: (line: string) => void): Promise<Figures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'saksbord-faults-'));
  const verdicts: Record<Verdict, number> = { settled: 0, listed: 0, lost: 0, duplicated: 0, mismatched: 0 };
  const deaths = new Map<string, number>();
  const faults = new Map<string, number>();
  let diskCouldBeFull = true;
  try {
    const template = await prepare(path.join(folder, 'template'));
    for (let first = 0; first < runs; first += template.acts.length) {
      const place = mkdtempSync(path.join(folder, 'batch-'));
      const disk = smallDisk(path.join(place, 'disk'));
      diskCouldBeFull &&= disk.canBeFull;
      const rig = new Rig(template, disk.folder, place);
      try {
        const acts = shuffled(template.acts, seed + first).slice(0, runs - first);
        const done: Done[] = [];
        for (const [at, prepared] of acts.entries()) {
          const index = first + at;
          const run = planRun(seed, index, prepared.kind);
          for (const name of namesOf(run, disk)) add(faults, name, 1);
          done.push({ index, run, prepared, wasConfirmed: await perform(run, prepared, rig, disk) });
        }
        for (const [{ index, prepared, run }, [verdict, why]] of await judge(rig, done)) {
          verdicts[verdict] += 1;
          if (verdict === 'settled' || verdict === 'listed') continue;
          say(`run ${index} (${prepared.kind}): ${verdict}: ${why}\n  ${JSON.stringify(run)}`);
        }
        say(`${first + done.length} runs`);
      } finally {
        await rig.end();
        disk.remove();
        for (const [how, times] of rig.deaths) add(deaths, how, times);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { runs, verdicts, deaths, faults, diskCouldBeFull };
}

/** Nothing goes wrong any more: the program gets the time to send what waits, and then both sides are read. */
async function judge(rig: Rig, done: readonly Done[]): Promise<(readonly [Done, ReturnType<typeof compare>])[]> {
  await rig.kill();
  await (await rig.simulator()).mend();
  await rig.start();
  await drain(rig);
  const writes = await (await rig.simulator()).registrations();
  const lines = await listed(rig);
  await showsAll(rig, lines);
  const judged: (readonly [Done, ReturnType<typeof compare>])[] = [];
  for (const one of done) {
    const { prepared, wasConfirmed } = one;
    // A message may wait until a later run, and meet that run's fault.
    const deliveredTwice = done.some(({ index, run }) => index >= one.index && run.fault?.name === TWICE_UNTOLD);
    const read = await rig.askAgain('trekk.read', { trekkId: prepared.trekkId });
    const trekk = read.ok ? read.value : null;
    const line = lines.find(({ id }) => id === prepared.trekkId);
    const readAgain = trekk ? await readFromRegister(rig, trekk) : null;
    judged.push([
      one,
      compare({
        prepared,
        wasConfirmed,
        trekk,
        readAgain,
        line,
        isOutdated: one.run.changedSince,
        deliveredTwice,
        writes,
      }),
    ]);
  }
  return judged;
}

/** «Send nå» on everything that waits, until nothing does, or it has had its time. */
async function drain(rig: Rig): Promise<void> {
  for (const until = performance.now() + DRAIN_SECONDS * 1000; performance.now() < until; await pause(100)) {
    const waiting = (await listed(rig)).filter(({ act }) => act?.state === 'sendes' || act?.state === 'ukjent');
    if (waiting.length === 0) return;
    for (const { id } of waiting) await rig.ask('trekk.sendNow', { trekkId: id });
  }
}

async function listed(rig: Rig): Promise<readonly TrekkSummary[]> {
  const lines = await rig.askAgain('trekk.list', {});
  if (!lines.ok) throw new Error(`trekk.list: ${lines.error.code}`);
  return lines.value;
}

/** What is registered and has nothing under way, as the register holds it now; null when that can't be read. */
async function readFromRegister(rig: Rig, { id, version, act, registered }: Trekk): Promise<Trekk['registered']> {
  if (act !== null || registered === null) return null;
  await rig.ask('trekk.refresh', { trekkId: id, expectedVersion: version });
  const after = await rig.askAgain('trekk.read', { trekkId: id });
  const isNew = after.ok && after.value.registered?.readAt !== registered.readAt;
  return isNew ? after.value.registered : null;
}

/** The window's own list names every trekk with something under way. */
async function showsAll(rig: Rig, lines: readonly TrekkSummary[]): Promise<void> {
  const { page } = rig.window();
  await page.getByRole('link', { name: /^Trekk( |$)/ }).click();
  await page.getByRole('radio', { name: /^Hele desken/ }).click();
  for (const { act, caseNumber } of lines) {
    if (act) await page.getByRole('link', { name: caseNumber, exact: true }).waitFor();
  }
}

/** What a run is counted as, besides how the program dies. */
function namesOf(
  { fault, disk, simulatorDiesAfterMs, changedSince, presses }: Run,
  { canBeFull }: SmallDisk,
): string[] {
  return [
    ...(fault ? [fault.name] : []),
    ...(disk && canBeFull ? ['full disk'] : []),
    ...(simulatorDiesAfterMs === null ? [] : ['simulator killed']),
    ...(changedSince ? ['changed since the lookup'] : []),
    ...(presses === 2 ? ['two presses at once'] : []),
  ];
}

function shuffled<T>(all: readonly T[], seed: number): T[] {
  const draw = drawFrom(seed);
  return all
    .map((one) => [draw(0, 1_000_000), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
}

const add = (to: Map<string, number>, name: string, times: number): void => {
  to.set(name, (to.get(name) ?? 0) + times);
};
