import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ActStep,
  actSteps,
  firstDay,
  isActive,
  lastDay,
  mayBegin,
  needsSecondPerson,
  nextActState,
  registeredStateOn,
} from './states.ts';
import { beslutning, date, instant, registered, registrer } from './trekk.fixture.ts';
import { type Act, type ActContent, type ActState, actStates, registeredStates } from './trekk.ts';
import { avslutningsaarsaker, endringsaarsaker } from './trekkContent.ts';

const register: ActContent = { kind: 'registrer', content: registrer() };
const remove = (reason: 'feilregistrert' | 'innfridd'): ActContent => ({
  kind: 'avslutt',
  content: { reason, lastDay: date('2026-11-30'), explanation: '', transferredTo: null },
});

describe('the life of an act (utleggsdatabasen.md 7.1)', () => {
  test.each<[ActState, ActStep, ActState | 'gone' | null]>([
    ['utkast', 'check', 'kontrollert'],
    ['kontrollert', 'edit', 'utkast'],
    ['kontrollert', 'confirm', 'sendes'],
    ['sendes', 'refused', 'avvist'],
    ['sendes', 'changed-since', 'utkast'],
    ['sendes', 'no-answer', 'ukjent'],
    ['ukjent', 'no-answer', 'ukjent'],
    ['ukjent', 'accepted', 'gone'],
    ['sendes', 'accepted', 'gone'],
    ['avvist', 'edit', 'utkast'],
    // what the officer can't do
    ['utkast', 'confirm', null],
    ['sendes', 'edit', null],
    ['ukjent', 'edit', null],
    ['ukjent', 'discard', null],
    ['ukjent', 'confirm', null],
    ['avvist', 'confirm', null],
  ])('%s, %s: %s', (state, step, next) => {
    expect(nextActState(state, step, register)).toBe(next);
  });

  test('removing a trekk takes two people, ending it one', () => {
    expect([needsSecondPerson(remove('feilregistrert')), needsSecondPerson(remove('innfridd'))]).toEqual([true, false]);
    expect(nextActState('kontrollert', 'confirm', remove('feilregistrert'))).toBe('tilGodkjenning');
    expect(nextActState('tilGodkjenning', 'approve', remove('feilregistrert'))).toBe('sendes');
    expect(nextActState('tilGodkjenning', 'say-no', remove('feilregistrert'))).toBe('utkast');
    expect(nextActState('kontrollert', 'confirm', remove('innfridd'))).toBe('sendes');
  });

  const answers: readonly ActStep[] = ['no-answer', 'refused', 'changed-since', 'accepted'];
  const walk = (what: ActContent, steps: readonly ActStep[]) => {
    const path: (readonly [ActState, ActStep, ActState | 'gone'])[] = [];
    let state: ActState | 'gone' = 'utkast';
    for (const step of steps) {
      if (state === 'gone') break;
      const next = nextActState(state, step, what);
      if (next === null) continue;
      path.push([state, step, next]);
      state = next;
    }
    return path;
  };
  const anyWalk = fc
    .tuple(
      fc.constantFrom(register, remove('feilregistrert')),
      fc.array(fc.constantFrom(...actSteps), { maxLength: 60 }),
    )
    .map(([what, steps]) => ({ what, path: walk(what, steps) }));

  test('a confirmed act leaves the outbox by an answer alone: no step of the officer makes it a draft or throws it away', () => {
    fc.assert(
      fc.property(anyWalk, ({ path }) => {
        for (const [state, step, next] of path) {
          if (state === 'sendes' || state === 'ukjent') expect(answers).toContain(step);
          if (answers.includes(step)) expect(['sendes', 'ukjent']).toContain(state);
          expect(next === 'sendes' && step !== 'confirm' && step !== 'approve').toBe(false);
        }
      }),
    );
  });

  test('nothing is sent that was not checked since it was last edited, nor removed without a second person', () => {
    fc.assert(
      fc.property(anyWalk, ({ what, path }) => {
        let checked = false;
        for (const [, step, next] of path) {
          if (step === 'check') checked = true;
          if (next === 'utkast') checked = false;
          if (next === 'sendes') {
            expect(checked).toBe(true);
            expect(step).toBe(needsSecondPerson(what) ? 'approve' : 'confirm');
          }
        }
      }),
    );
  });

  test('from every state there is a way on', () => {
    for (const state of actStates) {
      expect(actSteps.some((step) => nextActState(state, step, register) !== null)).toBe(true);
    }
  });
});

describe('the registered state as of today', () => {
  test.each([
    ['registrert', '2026-11-30', 'registrert'],
    ['registrert', '2026-12-01', 'loepende'],
    ['ventende', '2026-12-01', 'ventende'],
    ['stanset', '2027-12-01', 'stanset'],
    ['avsluttet', '2026-12-01', 'avsluttet'],
    ['slettet', '2026-12-01', 'slettet'],
  ] as const)('%s on %s is %s', (state, today, expected) => {
    expect(registeredStateOn(registered({ state }), date(today))).toBe(expected);
  });

  test('a trekk without periods has no first and no last day, and never begins by itself', () => {
    const terms = { ...registered().terms, periods: [] };
    expect([firstDay(terms), lastDay(terms)]).toEqual([null, null]);
    expect(registeredStateOn(registered({ terms }), date('2030-01-01'))).toBe('registrert');
  });
});

describe('what may begin', () => {
  const today = date('2026-12-10');
  const none = { act: null, registered: null, received: null };
  const changes = (state: (typeof registeredStates)[number], on = today) =>
    endringsaarsaker.filter((reason) =>
      mayBegin({ ...none, registered: registered({ state }) }, { kind: 'endre', reason }, on),
    );
  const ends = (state: (typeof registeredStates)[number], on = today) =>
    avslutningsaarsaker.filter((reason) =>
      mayBegin({ ...none, registered: registered({ state }) }, { kind: 'avslutt', reason }, on),
    );

  test('a new trekk only where there is nothing', () => {
    const received = {
      content: beslutning(),
      caseReference: null,
      receivedAt: instant('2026-11-20T10:00:00.000Z'),
      state: 'mottatt',
      since: date('2026-11-20'),
      source: '',
    } as const;
    for (const kind of ['registrer', 'beslutning'] as const) {
      expect(mayBegin(none, { kind }, today)).toBe(true);
      expect(mayBegin({ ...none, registered: registered() }, { kind }, today)).toBe(false);
      expect(mayBegin({ ...none, received }, { kind }, today)).toBe(false);
    }
    expect(mayBegin({ ...none, received }, { kind: 'endre', reason: 'klage' }, today)).toBe(false);
  });

  test('one act at a time', () => {
    const act: Act = {
      id: 'a',
      state: 'utkast',
      what: register,
      reasons: {},
      startedBy: 'Ivar',
      startedAt: instant('2026-11-20T10:00:00.000Z'),
      askedBy: null,
      sending: null,
      refusal: null,
    };
    const wanted = { kind: 'endre', reason: 'klage' } as const;
    expect(mayBegin({ ...none, registered: registered() }, wanted, today)).toBe(true);
    expect(mayBegin({ ...none, registered: registered(), act }, wanted, today)).toBe(false);
  });

  test('what runs or waits is stopped, what is stopped is resumed, and what has not begun neither', () => {
    expect(changes('loepende')).toEqual(endringsaarsaker.filter((one) => one !== 'gjenopptak'));
    expect(changes('ventende')).toContain('midlertidigStans');
    expect(changes('stanset')).toEqual(endringsaarsaker.filter((one) => one !== 'midlertidigStans'));
    // registered, and begun by the clock
    expect(changes('registrert')).toContain('midlertidigStans');
    expect(changes('registrert', date('2026-11-30'))).not.toContain('midlertidigStans');
  });

  test('«ran out» only after the last day', () => {
    expect(ends('loepende', date('2028-02-29'))).toEqual(avslutningsaarsaker.filter((one) => one !== 'utloept'));
    expect(ends('loepende', date('2028-03-01'))).toEqual([...avslutningsaarsaker]);
  });

  test('no way back from what is over', () => {
    for (const state of registeredStates) {
      const over = state === 'avsluttet' || state === 'slettet';
      expect(isActive(registered({ state }))).toBe(!over);
      if (over) expect([...changes(state), ...ends(state, date('2030-01-01'))]).toEqual([]);
      else expect(ends(state).length).toBeGreaterThan(0);
    }
  });
});
