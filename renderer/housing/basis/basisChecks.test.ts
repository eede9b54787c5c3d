import { expect, it } from 'vitest';
import type { Instant, IsoDate } from '../../../shared/dates.ts';
import { assess } from '../../../shared/housing/assess.ts';
import type { Assessment } from '../../../shared/housing/assessment.ts';
import type { CaseFile } from '../../../shared/housing/caseFile.ts';
import {
  adult,
  data,
  everyMonth,
  incomeLookup,
  taxLookup,
  valid,
  yearWage,
} from '../../../shared/housing/household.fixture.ts';
import { fail } from '../../../shared/result.ts';
import { basisChecks } from './basisChecks.ts';

const at = (day: string) => `${day}T08:00:00.000Z` as Instant;

const today = '2026-11-22' as IsoDate;
const lookups = [
  incomeLookup('a', '2026-11-12', '2026-10', everyMonth('2025-11', '2026-10', 38_000)),
  taxLookup('a', '2026-11-12', 2025, [yearWage(455_000)]),
];
const caseFile: CaseFile = {
  id: 'c',
  version: 1,
  caseNumber: '2026/1',
  legalGround: 'boligsosialloven-9',
  purpose: 'kommunal-bolig',
  language: 'nb',
  informedHow: 'brev',
  informedOn: today,
  status: 'ny',
  createdAt: at('2026-11-01'),
  createdBy: 'Kari',
  updatedAt: at('2026-11-01'),
  documents: [],
  ...data('2026-11-12', [adult('a')], lookups),
};
const missing = (one: CaseFile, assessment: Assessment) =>
  basisChecks(one, assessment)
    .filter(({ ok }) => !ok)
    .map(({ check }) => check);
const assessed = (one: CaseFile) => assess(one, valid('BERGEN-2016'), 'training', today);

it('a finished case lacks nothing', () => {
  expect(missing(caseFile, assessed(caseFile))).toEqual([]);
});

it('an applicant who is not informed, and someone not asked about, stop the document', () => {
  const unasked = { ...caseFile, informedHow: null, informedOn: null, lookups: [] };
  expect(missing(unasked, assessed(unasked))).toEqual(['informed', 'fetched']);
});

it('what must be judged has to be judged first', () => {
  const low = [incomeLookup('a', '2026-11-12', '2026-10', everyMonth('2025-11', '2026-10', 20_000))];
  const disagreeing = { ...caseFile, lookups: [...low, taxLookup('a', '2026-11-12', 2025, [yearWage(600_000)])] };
  expect(missing(disagreeing, assessed(disagreeing))).toEqual(['reason']);
  const judged = { ...disagreeing, choice: { basis: 'm3' as const, outcome: null, reason: 'Mistet jobben' } };
  expect(missing(judged, assessed(judged))).toEqual([]);
});

it('without a rule there is nothing to document against', () => {
  expect(missing(caseFile, assess(caseFile, fail('no-rule'), 'training', today))).toEqual(['rule']);
});
