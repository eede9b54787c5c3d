import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../shared/garnishment/debtorAnalysis.ts';
import type { DebtorCase } from '../../../shared/garnishment/debtorCase.ts';
import { textIn } from '../../../shared/text/text.ts';
import { findingTexts, placeOf } from './findingText.ts';

const claims = ['a', 'b', 'c'].map((id) => ({ id, type: 'avfall', reference: `R-${id}` }));
const debtor = { claims, lookups: [] } as unknown as DebtorCase;
const noNotice = (claimId: string): Finding => ({ level: 'stop', code: 'no-notice', claimId });
const said = (findings: readonly Finding[]) => findingTexts(textIn('nb'), debtor, findings);

describe('findings as sentences', () => {
  it('one claim is named, several are counted, all are all', () => {
    expect(said([noNotice('a')])).toEqual(['Renovasjon R-a: varsel er ikke sendt']);
    expect(said([noNotice('a'), noNotice('c')])).toEqual(['2 krav: varsel er ikke sendt']);
    expect(said(['a', 'b', 'c'].map(noNotice))).toEqual(['Alle kravene: varsel er ikke sendt']);
  });

  it('the same with different dates are different findings', () => {
    const due = (claimId: string, date: string) => ({ level: 'stop', code: 'claim-not-due', claimId, date }) as Finding;
    expect(said([due('a', '2026-12-01'), due('b', '2026-12-15')])).toHaveLength(2);
  });

  it('a legal ground is called by its name', () => {
    expect(said([{ level: 'warning', code: 'ground-not-valid', text: 'tvangsfullbyrdelsesloven-2-16' }])).toEqual([
      'tvangsfullbyrdelsesloven § 2-16 er ikke hjemmel på beslutningsdatoen',
    ]);
  });
});

describe('where a finding is put right', () => {
  const refused: Finding = { level: 'stop', code: 'room-refused' };
  it('a missing rate leads to the rates, but what the officer can enter comes first', () => {
    expect(placeOf(refused, [{ code: 'livsopphold-missing' }])).toBe('settings');
    expect(placeOf(refused, [{ code: 'livsopphold-missing' }, { code: 'household-not-entered' }])).toBe('claims');
    expect(placeOf(refused, [{ code: 'income-not-fetched' }])).toBe('information');
  });
  it('claims, lookups, choices and details each have their place', () => {
    expect(placeOf(noNotice('a'), [])).toBe('claims');
    expect(placeOf({ level: 'stop', code: 'regime-unavailable' }, [])).toBe('information');
    expect(placeOf({ level: 'stop', code: 'coordination-reason-missing' }, [])).toBe('coordination');
    expect(placeOf({ level: 'stop', code: 'claim-no-letter' }, [])).toBe('settings');
  });
});
