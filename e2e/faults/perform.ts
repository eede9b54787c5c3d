import { setTimeout as pause } from 'node:timers/promises';
import type { Run } from './plan.ts';
import type { Prepared } from './prepare.ts';
import type { Rig } from './Rig.ts';
import type { SmallDisk } from './smallDisk.ts';

/** How often one looks whether it is over. */
const LOOK_MS = 40;
/** Confirming takes the disk a moment, and a full one longer. */
const PRESS_SECONDS = 20;

/** Does the run, and leaves things as they are. Was the officer told that it is confirmed? */
export async function perform(
  run: Run,
  { trekkId, nationalId }: Prepared,
  rig: Rig,
  disk: SmallDisk,
): Promise<boolean> {
  const simulator = await rig.simulator();
  await simulator.mend();
  if (run.changedSince) await simulator.registerForAnother({ nationalId, kroner: 500, letter: 'a' });
  await rig.start(run.death && 'point' in run.death ? `${run.death.point}:${run.death.nth}` : null);
  if (run.fault) {
    const { target, fault, times } = run.fault;
    await simulator.fault(target, fault, { times });
  }
  if (run.disk?.afterMs === 0) disk.fill(run.disk.spare);

  let wasConfirmed = await press(run.presses, trekkId, rig, async (pressed) => {
    const meanwhile: Promise<unknown>[] = [];
    if (run.disk && run.disk.afterMs > 0) {
      const { spare, afterMs } = run.disk;
      meanwhile.push(pause(afterMs).then(() => disk.fill(spare)));
    }
    if (run.simulatorDiesAfterMs !== null) {
      meanwhile.push(pause(run.simulatorDiesAfterMs).then(() => rig.killSimulator()));
    }
    if (run.death && 'afterMs' in run.death) meanwhile.push(pause(run.death.afterMs).then(() => rig.kill()));
    await Promise.all([pressed, ...meanwhile]);
  });

  if (run.sendsNow) await rig.ask('trekk.sendNow', { trekkId });
  await settle(run.patienceMs, trekkId, rig);
  disk.free();
  await rig.simulator();
  for (const afterMs of run.moreDeaths) {
    await rig.start();
    await pause(afterMs);
    await rig.kill();
  }
  if (run.pressesAgain) {
    await rig.start();
    wasConfirmed = (await press(1, trekkId, rig)) || wasConfirmed;
  }
  return wasConfirmed;
}

/** Presses so many times at once, while `during` happens, when it is still there to be confirmed. True when one of them was answered with yes. */
async function press(
  presses: number,
  trekkId: string,
  rig: Rig,
  during: (pressed: Promise<unknown>) => Promise<unknown> = (pressed) => pressed,
): Promise<boolean> {
  const found = await rig.ask('trekk.read', { trekkId });
  const version = found?.ok && found.value.act?.state === 'kontrollert' ? found.value.version : null;
  const pressed = Promise.all(
    Array.from({ length: version === null ? 0 : presses }, () =>
      rig.ask('trekk.confirm', { trekkId, expectedVersion: version ?? 0 }, PRESS_SECONDS),
    ),
  );
  await during(pressed);
  return (await pressed).some((answer) => answer?.ok);
}

/** Waits for the end of it, but not for what is tried later by itself. */
async function settle(patienceMs: number, trekkId: string, rig: Rig): Promise<void> {
  for (const until = performance.now() + patienceMs; performance.now() < until; await pause(LOOK_MS)) {
    const found = await rig.ask('trekk.read', { trekkId });
    if (!rig.isRunning() || (found?.ok && found.value.act?.state !== 'sendes')) return;
  }
}
