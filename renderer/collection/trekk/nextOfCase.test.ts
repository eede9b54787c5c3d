import { describe, expect, it } from 'vitest';
import type { DebtorAnalysis } from '../../../shared/garnishment/debtorAnalysis.ts';
import { nextOfCase } from './nextOfCase.ts';

const analysis = (rules: 'old' | 'new' | 'stop', mayDecide: boolean, chosen = 'go-on') =>
  ({ regime: { rules }, mayDecide, coordination: { chosen } }) as unknown as DebtorAnalysis;
const running = { id: 'r', act: null, registeredState: 'loepende', receivedState: null } as const;
const received = { id: 'e', act: null, registeredState: null, receivedState: 'mottatt' } as const;
const draft = {
  id: 'd',
  act: { kind: 'registrer', state: 'utkast' },
  registeredState: null,
  receivedState: null,
} as const;

describe('the next step of a case', () => {
  it('begins what the rules say', () => {
    expect(nextOfCase(analysis('old', true), [])).toEqual({ step: 'begin', rules: 'old' });
    expect(nextOfCase(analysis('new', true), [running])).toEqual({ step: 'begin', rules: 'new' });
  });

  it('finishes what is under way first', () => {
    expect(nextOfCase(analysis('old', true), [running, draft])).toEqual({ step: 'go-on', trekkId: 'd' });
  });

  it('what has been sent is not begun again, but a decision about later claims may be', () => {
    expect(nextOfCase(analysis('old', true), [running])).toEqual({ step: 'sent', trekkId: 'r', another: false });
    expect(nextOfCase(analysis('new', true), [running, received])).toEqual({
      step: 'sent',
      trekkId: 'e',
      another: true,
    });
    expect(nextOfCase(analysis('new', true), [{ ...received, receivedState: 'trukketTilbake' }])).toEqual({
      step: 'begin',
      rules: 'new',
    });
  });

  it('never falls through to the old rules while nobody knows', () => {
    expect(nextOfCase(analysis('stop', true), [])).toEqual({ step: 'stopped', why: 'rules-unknown' });
    expect(nextOfCase(analysis('old', false), [])).toEqual({ step: 'stopped', why: 'not-ready' });
  });

  it('a trekk of our own that runs is changed, not doubled, unless the officer has chosen otherwise', () => {
    expect(nextOfCase(analysis('old', true, 'change-own'), [running])).toEqual({ step: 'change-own', trekkId: 'r' });
    expect(nextOfCase(analysis('old', true, 'change-own'), [{ ...running, registeredState: 'avsluttet' }])).toEqual({
      step: 'change-own',
      trekkId: null,
    });
    expect(nextOfCase(analysis('old', true, 'second-trekk'), [running])).toEqual({ step: 'begin', rules: 'old' });
  });
});
