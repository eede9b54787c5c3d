import { describe, expect, it } from 'vitest';
import { textIn } from '../../../shared/text/text.ts';
import {
  type ClaimRow,
  type ClaimRows,
  claimRowsOf,
  newClaim,
  newNotice,
  readClaims,
  withoutClaim,
  withSentOn,
} from './claimsForm.ts';

const text = textIn('nb');
const water: ClaimRow = {
  ...newClaim('a'),
  type: 'vannOgAvloep',
  reference: ' VA-2025 ',
  dueDate: '2025-03-20',
  original: '22 400',
  remaining: '18676,50',
};
const rows = (over: Partial<ClaimRows> = {}): ClaimRows => ({ claims: [water], notices: [], answers: [], ...over });

describe('reading claims', () => {
  it('amounts as they are typed become øre', () => {
    const { claims, mistakes } = readClaims(rows(), text);
    expect(mistakes).toEqual([]);
    expect(claims?.claims).toEqual([
      expect.objectContaining({
        reference: 'VA-2025',
        original: 2_240_000,
        remaining: 1_867_650,
        interest: 0,
        costs: 0,
      }),
    ]);
  });

  it('an empty or negative amount is no amount: missing is not zero', () => {
    const { claims, mistakes } = readClaims(rows({ claims: [{ ...water, remaining: '', costs: '−5' }] }), text);
    expect(claims).toBeNull();
    expect(mistakes.map(({ fieldId }) => fieldId)).toEqual(['remaining-a', 'costs-a']);
  });

  it('two claims can’t have the same reference', () => {
    const { mistakes } = readClaims(rows({ claims: [water, { ...water, id: 'b', reference: 'VA-2025' }] }), text);
    expect(mistakes).toEqual([
      { fieldId: 'reference-b', sentence: text.claims.mistakes.referenceTwice, about: 'Krav 2' },
    ]);
  });

  it('a notice about every claim holds for those that are there when it is saved', () => {
    const notice = { ...newNotice('n'), sentOn: '2026-10-20', answerBy: '2026-11-10' };
    const { claims } = readClaims(
      rows({ claims: [water, { ...water, id: 'b', reference: 'R' }], notices: [notice] }),
      text,
    );
    expect(claims?.notices).toEqual([{ id: 'n', claimIds: ['a', 'b'], sentOn: '2026-10-20', answerBy: '2026-11-10' }]);
  });

  it('nobody can be asked to answer before the notice was sent', () => {
    const notice = { ...newNotice('n'), sentOn: '2026-10-20', answerBy: '2026-10-19' };
    const { mistakes } = readClaims(rows({ notices: [notice] }), text);
    expect(mistakes).toEqual([
      { fieldId: 'answerBy-n', sentence: text.claims.mistakes.answerBeforeSent, about: 'Varsel 1' },
    ]);
  });

  it('what was read can be shown and read again unchanged', () => {
    const { claims } = readClaims(
      rows({ answers: [{ id: 's', receivedOn: '2026-11-01', text: 'Ber om avdrag.' }] }),
      text,
    );
    if (!claims) throw new Error('expected claims');
    const shown = claimRowsOf({ ...claims } as Parameters<typeof claimRowsOf>[0]);
    expect(readClaims(shown, text).claims).toEqual(claims);
  });
});

describe('while one types', () => {
  it('three weeks to answer are filled in, until another day is written', () => {
    const sent = withSentOn(newNotice('n'), '2026-02-02');
    expect(sent.answerBy).toBe('2026-02-23');
    expect(withSentOn(sent, '2026-02-03').answerBy).toBe('2026-02-24');
    expect(withSentOn({ ...sent, answerBy: '2026-03-15' }, '2026-02-03').answerBy).toBe('2026-03-15');
  });

  it('a claim that is removed takes with it the notices that were about it alone', () => {
    const notices = [
      { ...newNotice('own'), claimIds: ['a'] },
      { ...newNotice('both'), claimIds: ['a', 'b'] },
      newNotice('all'),
    ];
    const left = withoutClaim(rows({ claims: [water, { ...water, id: 'b' }], notices }), 'a');
    expect(left.notices.map(({ id, claimIds }) => [id, claimIds])).toEqual([
      ['both', ['b']],
      ['all', null],
    ]);
  });
});
