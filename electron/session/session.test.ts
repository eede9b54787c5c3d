import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contract } from '../../shared/ipc/contract.ts';
import type { CallError } from '../../shared/ipc/errors.ts';
import { failure } from '../../shared/ipc/errors.ts';
import { personas, Session } from '../../shared/session.ts';
import { describeSession, type SessionFacts } from './describeSession.ts';
import { practising } from './personas.ts';
import { begin, next, refusal, roleFor, type SessionState, type Who } from './session.ts';
import { createSessionHolder } from './sessionHolder.ts';
import { watchForLock } from './watchForLock.ts';

const kari: Who = { userName: 'kari', roles: ['housing'], persona: null };
const nobody: Who = { userName: 'per', roles: [], persona: null };
const by: CallError = { code: 'no-keychain', retryable: false, reference: 'K7Q2' };

const open: SessionState = { kind: 'open', who: kari };
const locked: SessionState = { kind: 'locked', who: kari };
const noRole: SessionState = { kind: 'noRole', who: nobody };
const blocked: SessionState = { kind: 'blocked', by };

describe('next', () => {
  it('begins open for someone with a role, and with every desk closed for someone without', () => {
    expect(begin(kari)).toEqual(open);
    expect(begin(nobody)).toEqual(noRole);
  });

  it('locks and unlocks, and nothing else opens or closes it', () => {
    expect(next(open, { kind: 'lock' })).toEqual(locked);
    expect(next(locked, { kind: 'unlock' })).toEqual(open);
    expect(next(locked, { kind: 'lock' })).toBe(locked);
    expect(next(open, { kind: 'unlock' })).toBe(open);
    expect(next(noRole, { kind: 'lock' })).toBe(noRole);
    expect(next(noRole, { kind: 'unlock' })).toBe(noRole);
  });

  it('stays blocked whatever happens', () => {
    for (const event of [{ kind: 'lock' }, { kind: 'unlock' }, { kind: 'practiseAs', who: kari }] as const) {
      expect(next(blocked, event)).toBe(blocked);
    }
  });

  it('practises as one person after another, each with one role', () => {
    const roles = personas.map((persona) => {
      const session = next(noRole, { kind: 'practiseAs', who: practising(persona) });
      return session.kind === 'open' ? [session.who.persona, ...session.who.roles] : null;
    });
    expect(roles).toEqual([
      ['kari', 'housing'],
      ['amund', 'it'],
      ['siri', 'fagansvarlig'],
      ['ivar', 'collection'],
      ['turid', 'collection'],
    ]);
  });
});

describe('refusal', () => {
  const anyone = contract['training.people'];

  it('lets someone make the calls of their own role, and no others', () => {
    expect(refusal(open, contract['cases.open'])).toBeNull();
    expect(refusal(open, contract['setup.status'])).toEqual(failure('access-denied'));
    expect(refusal({ kind: 'open', who: practising('amund') }, contract['cases.open'])).toEqual(
      failure('access-denied'),
    );
    expect(refusal({ kind: 'open', who: practising('ivar') }, contract['cases.list'])).toEqual(
      failure('access-denied'),
    );
  });

  it('lets nothing through a lock but what works while locked', () => {
    for (const [name, definition] of Object.entries(contract)) {
      const free = [
        'session.current',
        'session.choosePersona',
        'session.setLanguage',
        'session.lock',
        'session.unlock',
      ];
      expect([name, refusal(locked, definition)]).toEqual([name, free.includes(name) ? null : failure('locked')]);
    }
  });

  it('gives someone without a role only what everyone may', () => {
    expect(refusal(noRole, anyone)).toBeNull();
    expect(refusal(noRole, contract['journal.list'])).toEqual(failure('access-denied'));
  });

  it('says why the program is blocked', () => {
    expect(refusal(blocked, anyone)).toEqual(failure('no-keychain'));
    expect(refusal(blocked, contract['session.current'])).toBeNull();
  });
});

it('a call is made in the role that admits it', () => {
  const both: Who = { ...kari, roles: ['housing', 'it'] };
  expect(roleFor(both, contract['setup.status'])).toBe('it');
  expect(roleFor(both, contract['cases.open'])).toBe('housing');
  expect(roleFor(kari, contract['setup.status'])).toBe('housing');
  expect(roleFor(nobody, contract['setup.status'])).toBeNull();
});

it('the holder tells of changes, and only of changes', () => {
  const told: string[] = [];
  const holder = createSessionHolder(begin(kari), (now, before) => told.push(`${before.kind} → ${now.kind}`));
  expect(holder.apply({ kind: 'lock' })).toEqual(locked);
  holder.apply({ kind: 'lock' });
  holder.apply({ kind: 'unlock' });
  expect(told).toEqual(['open → locked', 'locked → open']);
  expect(holder.current()).toEqual(open);
});

describe('describeSession', () => {
  const facts: SessionFacts = {
    environment: 'training',
    flavour: 'test',
    version: '0.1.0',
    language: 'nb',
    municipality: null,
    today: '2026-11-21' as SessionFacts['today'],
    storeSetAside: null,
    identityReady: false,
    certificateExpiry: null,
  };
  it.each([open, locked, noRole, blocked])('is what the contract says: $kind', (session) => {
    const described = Session.parse(describeSession(session, facts));
    expect(described.state).toBe(session.kind);
    expect(described.blockedBy).toEqual(session.kind === 'blocked' ? by : null);
    expect(described.roles).toEqual(session.kind === 'open' || session.kind === 'locked' ? ['housing'] : []);
  });
});

describe('watchForLock', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  function watched() {
    let idle = 0;
    const power = Object.assign(new EventEmitter(), { getSystemIdleTime: () => idle });
    const lock = vi.fn();
    const stop = watchForLock(power, 600, lock);
    return { power, lock, stop, leave: (seconds: number) => (idle = seconds) };
  }

  it('locks when nobody has been there for ten minutes, within five seconds', () => {
    const { lock, leave } = watched();
    vi.advanceTimersByTime(600_000);
    leave(599);
    vi.advanceTimersByTime(60_000);
    expect(lock).not.toHaveBeenCalled();
    leave(600);
    vi.advanceTimersByTime(5000);
    expect(lock).toHaveBeenCalledTimes(1);
  });

  it('counts from its own start where the system has seen nobody for longer', () => {
    const { lock, leave } = watched();
    leave(9999);
    vi.advanceTimersByTime(595_000);
    expect(lock).not.toHaveBeenCalled();
    vi.advanceTimersByTime(5000);
    expect(lock).toHaveBeenCalled();
  });

  it.each(['suspend', 'resume', 'lock-screen'] as const)('locks at %s', (event) => {
    const { power, lock } = watched();
    power.emit(event);
    expect(lock).toHaveBeenCalledTimes(1);
  });

  it('stops when it is told to, and leaves nothing behind', () => {
    const { power, lock, stop, leave } = watched();
    stop();
    leave(9999);
    vi.advanceTimersByTime(60_000);
    power.emit('suspend');
    expect(lock).not.toHaveBeenCalled();
    expect(power.eventNames()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
