/**
 * The places on a message's way where a power cut would hurt most, in their order. `sent`: an answer has begun, so that the authority has the
 * message, and nothing of the answer is read.
 */
export const points = [
  'before-commit',
  'committed',
  'before-send',
  'sent',
  'answered',
  'before-record',
  'recorded',
] as const;
export type Point = (typeof points)[number];

/** Called when the program has come to a point. */
export type Reached = (point: Point) => void;

/** For everyone but the fault campaign. */
export const nothingHappens: Reached = () => {};

/** Ends this process without warning when it comes to a point (`sent`), or to it for the n-th time (`sent:3`). For test builds only. */
export function killAt(order: string): Reached {
  const [name, nth = '1'] = order.split(':');
  let left = Number(nth);
  return (point) => {
    if (point !== name) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  };
}
