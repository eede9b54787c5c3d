import { lettersOf } from './lettersOf.ts';

/**
 * What tells lists of one kind from others, so that the columns need be pointed out only once: the headings, or how many columns there are when
 * there are no headings.
 */
export const listShape = (firstRecord: readonly string[], header: boolean): string =>
  header ? firstRecord.map(lettersOf).join('|') : String(firstRecord.length);
