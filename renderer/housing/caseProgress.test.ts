import { describe, expect, it } from 'vitest';
import type { Instant } from '../../shared/dates.ts';
import type { CaseFile } from '../../shared/housing/caseFile.ts';
import { adult, ended, incomeLookup, taxLookup } from '../../shared/housing/household.fixture.ts';
import { newestFetch, nextStep, stepsDone } from './caseProgress.ts';

const at = (day: string) => `${day}T08:00:00.000Z` as Instant;

const answer = incomeLookup('a', '2026-11-12', '2026-10', []);
const year = taxLookup('a', '2026-11-12', 2025, []);
const caseWith = (change: Partial<CaseFile>): CaseFile => ({
  id: 'c',
  version: 1,
  caseNumber: '2026/1',
  legalGround: 'boligsosialloven-9',
  purpose: 'kommunal-bolig',
  language: 'nb',
  decisionDate: adult('a').birthDate,
  informedHow: null,
  informedOn: null,
  status: 'ny',
  createdAt: at('2026-11-01'),
  createdBy: 'Kari',
  updatedAt: at('2026-11-01'),
  members: [],
  lookups: [],
  choice: null,
  documents: [],
  ...change,
});

describe('which steps are done', () => {
  it('nothing in a new case', () => {
    expect(Object.values(stepsDone(caseWith({})))).toEqual([false, false, false, false]);
  });

  it('information when everyone who is looked up has an answer', () => {
    const members = [adult('a'), adult('b', { lookUp: false })];
    expect(stepsDone(caseWith({ members, lookups: [answer, year] }))).toMatchObject({
      household: true,
      information: true,
    });
    expect(stepsDone(caseWith({ members: [...members, adult('c')], lookups: [answer, year] })).information).toBe(false);
    expect(stepsDone(caseWith({ members, lookups: [answer] })).information).toBe(false);
  });

  it('information not when something failed or was cancelled', () => {
    const lookups = [answer, year, ended(answer, 'failed')];
    expect(stepsDone(caseWith({ members: [adult('a')], lookups })).information).toBe(false);
  });
});

it('the newest fetch is the newest, whatever the order', () => {
  const newer = { ...answer, at: at('2026-11-20') };
  expect(newestFetch({ lookups: [newer, answer] })).toBe(newer.at);
  expect(newestFetch({ lookups: [] })).toBeNull();
});

it.each([
  [{ status: 'ny', memberCount: 0, fetchedAt: null }, 'household'],
  [{ status: 'ny', memberCount: 2, fetchedAt: null }, 'fetch'],
  [{ status: 'underVurdering', memberCount: 2, fetchedAt: at('2026-11-01') }, 'assess'],
  [{ status: 'vedtaksgrunnlagLaget', memberCount: 2, fetchedAt: at('2026-11-01') }, 'done'],
] as const)('next step of %j is %s', (summary, step) => {
  expect(nextStep(summary)).toBe(step);
});
