import type { Text } from '../../shared/text/text.ts';

/** A number of things as one reads it: thin spaces between thousands. */
export const countText = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '\u202F');

/** How long something will take, in words that don't promise more than is known. */
export function timeText({ batch: { run } }: Text, seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 1) return run.seconds;
  return minutes < 60 ? run.minutes(minutes) : run.hours(Math.floor(minutes / 60), minutes % 60);
}
