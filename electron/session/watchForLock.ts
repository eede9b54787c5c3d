/** The part of Electron's `powerMonitor` that tells when nobody is at the PC. */
export interface PowerEvents {
  on(event: 'suspend' | 'resume' | 'lock-screen', listener: () => void): unknown;
  removeListener(event: 'suspend' | 'resume' | 'lock-screen', listener: () => void): unknown;
  /** Seconds since the last key or mouse movement anywhere on the PC. */
  getSystemIdleTime(): number;
}

const LOOK_EVERY_MS = 5000;
/** `resume` too: a PC that falls asleep quickly may not have told us first. */
const events = ['suspend', 'resume', 'lock-screen'] as const;

/**
 * Calls `lock` when the PC sleeps, is locked, or has been left alone for `idleSeconds` (whoever starts the program is there, also where the system
 * has seen no key or mouse yet). Returns a function that stops watching.
 */
export function watchForLock(power: PowerEvents, idleSeconds: number, lock: () => void): () => void {
  const begun = performance.now();
  for (const event of events) power.on(event, lock);
  const timer = setInterval(() => {
    const watched = (performance.now() - begun) / 1000;
    if (Math.min(power.getSystemIdleTime(), watched) >= idleSeconds) lock();
  }, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    for (const event of events) power.removeListener(event, lock);
  };
}
