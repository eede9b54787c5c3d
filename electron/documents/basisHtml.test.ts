import { describe, expect, test } from 'vitest';
import type { Instant } from '../../shared/dates.ts';
import { assess } from '../../shared/housing/assess.ts';
import type { CaseFile } from '../../shared/housing/caseFile.ts';
import {
  adult,
  data,
  date,
  everyMonth,
  incomeLookup,
  manualPost,
  taxLookup,
  valid,
  yearWage,
} from '../../shared/housing/household.fixture.ts';
import { basisHtml } from './basisHtml.ts';

const day = '2026-11-12';
const at = '2026-11-12T09:00:00.000Z' as Instant;

function page(changes: Partial<CaseFile> = {}, environment: 'training' | 'production' = 'production'): string {
  const { members, lookups } = data(
    day,
    [adult('a', { manualPosts: [manualPost('p', 12_000)] }), adult('b', { role: 'ektefelle' })],
    [
      incomeLookup('a', day, '2026-10', everyMonth('2025-11', '2026-10', 38_500)),
      taxLookup('a', day, 2025, [yearWage(455_000)]),
    ],
  );
  const caseFile: CaseFile = {
    id: 'c',
    version: 3,
    caseNumber: '2026/1843',
    legalGround: 'boligsosialloven-9',
    purpose: 'kommunal-bolig',
    language: 'nb',
    decisionDate: date(day),
    informedHow: 'samtale',
    informedOn: date('2026-11-01'),
    status: 'underVurdering',
    createdAt: at,
    createdBy: 'Kari',
    updatedAt: at,
    members,
    lookups,
    choice: null,
    documents: [],
    ...changes,
  };
  return basisHtml({
    caseFile,
    assessment: assess(caseFile, valid('BERGEN-2016'), environment, date(day)),
    treatments: [],
    environment,
    municipality: 'Fjellvik kommune',
    madeBy: 'Kari Saksbehandler',
    madeAt: at,
  });
}

describe('the vedtaksgrunnlag', () => {
  test('holds case, rule with version and source, G with its dates, calculation, sources with times, and who made it', () => {
    const text = page();
    for (const part of [
      '2026/1843',
      'BERGEN-2016 versjon 1',
      'sak 268-16',
      '136\u202F549 kr fra 01.05.2026, kjent fra 22.05.2026',
      '38\u202F500',
      'Kari Saksbehandler',
      '12.11.2026 kl. 10.00',
      'Barnebidrag',
      'Vedtak fra Nav',
      'i samtale, 01.11.2026',
      '048385 *****',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('says what is missing in words, never as zero', () => {
    const shielded = { state: 'shielded' as const, income: null };
    const text = page({
      lookups: [
        incomeLookup('a', day, '2026-10', everyMonth('2025-11', '2026-10', 38_500)),
        { ...incomeLookup('b', day, '2026-10', []), ...shielded },
      ],
    });
    expect(text).toContain('Dette må du vite om tallene');
    expect(text).toContain('skjermet');
    expect(text).toContain('kan ikke regnes ut');
    expect(text).not.toMatch(/<td[^>]*>0<\/td>/);
  });

  test('says of a child who is too young to be counted that it is not counted, not that it cannot be worked out', () => {
    const { members } = data(
      day,
      [adult('a'), adult('b', { role: 'barn', birthDate: date('2010-01-01'), lookUp: false })],
      [],
    );
    const text = page({
      members,
      lookups: [
        incomeLookup('a', day, '2026-10', everyMonth('2025-11', '2026-10', 38_500)),
        taxLookup('a', day, 2025, [yearWage(455_000)]),
      ],
    });
    expect(text).toContain('ikke med (alder)');
    expect(text).not.toContain('kan ikke regnes ut');
  });

  test('says on training paper that it is training, and nothing of the kind in production', () => {
    expect(page({}, 'training')).toContain('OPPLÆRING');
    expect(page()).not.toContain('OPPLÆRING');
  });

  test('is written in the case’s målform', () => {
    const text = page({ language: 'nn' });
    expect(text).toContain('<html lang="nn">');
    expect(text).toContain('Kva som er levert');
    expect(text).not.toContain('Hva som er levert');
  });

  test('lets nothing that was typed become markup', () => {
    const text = page({ caseNumber: '<script>1</script>', choice: { basis: 'm12', outcome: null, reason: '<b>&"' } });
    expect(text).not.toContain('<script>');
    expect(text).toContain('&lt;b&gt;&amp;&quot;');
  });

  test('is the same for the same input, so that a copy can be compared', () => {
    expect(page()).toBe(page());
  });
});
