import { type Month, monthsBetween } from '../dates.ts';
import type { Lookup } from '../income/model.ts';
import type { CaseFile, Member } from './caseFile.ts';

/** All months that the newest round of income lookups was about, oldest first; empty when nothing was asked. */
export function fetchedMonths(lookups: readonly Lookup[]): Month[] {
  const income = lookups.filter(({ source }) => source === 'inntekt');
  const newest = income.reduce<Month | null>((max, { toMonth }) => later(max, toMonth), null);
  const first = income
    .filter(({ toMonth }) => toMonth === newest)
    .reduce<Month | null>((min, { fromMonth }) => (min === null || (fromMonth ?? min) < min ? fromMonth : min), null);
  return first === null || newest === null ? [] : monthsBetween(first, newest);
}

const later = (a: Month | null, b: Month | null): Month | null => (a === null || (b !== null && b > a) ? b : a);

/** The tax years that a member has been looked up for, newest first. */
export const fetchedYears = (lookups: readonly Lookup[], memberId: string): number[] =>
  [
    ...new Set(
      lookups
        .filter((lookup) => lookup.memberId === memberId && lookup.source === 'skattegrunnlag')
        .map(({ year }) => year)
        .filter((year) => year !== null),
    ),
  ].toSorted((a, b) => b - a);

/** Members that something has been asked about. */
export const fetchedMembers = ({ members, lookups }: CaseFile): Member[] =>
  members.filter(({ id }) => lookups.some(({ memberId }) => memberId === id));
