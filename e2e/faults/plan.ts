import { type Point, points } from '../../electron/outbox/points.ts';
import type { Fault, Target } from '../../electron/training/faults.ts';
import { type Draw, drawFrom, pick } from '../../electron/training/generatePeople.ts';
import type { ActKind } from '../../shared/utlegg/trekk.ts';

/** Something that goes wrong at the authority or on the way, with the name that it is counted by. */
interface PlannedFault {
  readonly name: string;
  readonly target: Target;
  readonly fault: Fault;
  readonly times: number;
}

/** One act, how it is confirmed, and all that happens meanwhile. */
export interface Run {
  /** Buttons pressed at the same time. */
  readonly presses: 1 | 2;
  /** Someone who finds it unconfirmed afterwards presses once more. */
  readonly pressesAgain: boolean;
  /** The program ends itself at the n-th reach of a point; or is killed so long after the press. */
  readonly death: { readonly point: Point; readonly nth: number } | { readonly afterMs: number } | null;
  readonly fault: PlannedFault | null;
  readonly simulatorDiesAfterMs: number | null;
  /** The disk of the profile is full but for so many bytes: from before the press, or from so long after it. */
  readonly disk: { readonly spare: number; readonly afterMs: number } | null;
  /** The namsmann registers something on the debtor first. */
  readonly changedSince: boolean;
  /** Kills while it recovers, each so long after the window has come. */
  readonly moreDeaths: readonly number[];
  /** «Send nå» meanwhile. */
  readonly sendsNow: boolean;
  /** How long one waits for the end of it before going on to the next: the outbox may be left with several. */
  readonly patienceMs: number;
}

/** The one thing that ELAN's rules leave unknowable: it has the message, and says no to its double. */
export const TWICE_UNTOLD = 'delivered twice, last answer';
const TIMEOUT = 'time-out after storing';
/** Longer than the program waits for an answer. */
const TOO_LATE_MS = 45_000;
const PATIENT_MS = 40_000;
/** What a busy machine needs to come to a point. */
const POINT_MS = 5000;

type Trouble = 'point' | 'kill' | 'fault' | 'simulator' | 'disk' | 'changed';
const TROUBLES: readonly Trouble[] = weighted({ point: 8, kill: 3, fault: 5, simulator: 2, disk: 3, changed: 1 });

/** What goes wrong with a message, its weight, and what it is ordered as. */
const FAULTS = weightedEntries<Fault>({
  'cut before': [3, { kind: 'cut', when: 'before' }],
  'cut after storing': [4, { kind: 'cut', when: 'after' }],
  '500 before': [2, { kind: 'status', status: 500 }],
  '500 after storing': [4, { kind: 'status', status: 500, when: 'after' }],
  '503 before': [1, { kind: 'status', status: 503, retryAfter: 1 }],
  '429 before': [1, { kind: 'status', status: 429, retryAfter: 1 }],
  '504 page after storing': [2, { kind: 'html', status: 504, when: 'after' }],
  '403 page before': [1, { kind: 'html', status: 403 }],
  '200 page after storing': [1, { kind: 'html', status: 200, when: 'after' }],
  'half an answer': [2, { kind: 'halfBody' }],
  'broken answer': [2, { kind: 'brokenJson' }],
  'delivered twice, first answer': [2, { kind: 'deliveredTwice', answer: 'first' }],
  [TWICE_UNTOLD]: [2, { kind: 'deliveredTwice', answer: 'last' }],
  'slow after storing': [2, { kind: 'latency', ms: 1500, when: 'after' }],
  'slow before': [1, { kind: 'latency', ms: 1500 }],
  [TIMEOUT]: [1, { kind: 'latency', ms: TOO_LATE_MS, when: 'after' }],
});

/** Draws what happens to an act of a kind. Everything comes from the seed and the number of the run, so that one run can be told apart in a plan. */
export function planRun(seed: number, index: number, kind: ActKind): Run {
  const draw = drawFrom(seed * 100_003 + index);
  const trouble = pick(TROUBLES, draw);
  const chance = (percent: number): boolean => draw(1, 100) <= percent;
  const faulty = trouble === 'fault' || chance(35);
  const fault = faulty ? planFault(draw, kind) : null;
  // Without a death, a time-out is waited for to its end.
  const waitsLong = trouble === 'fault' && fault?.name === TIMEOUT;
  return {
    presses: chance(25) ? 2 : 1,
    pressesAgain: chance(60),
    death:
      trouble === 'point'
        ? planDeath(draw, kind)
        : trouble === 'kill' || (trouble === 'disk' && chance(50))
          ? { afterMs: draw(0, 400) }
          : null,
    fault,
    simulatorDiesAfterMs: trouble === 'simulator' ? draw(0, 150) : null,
    disk:
      trouble === 'disk'
        ? { spare: pick([0, 4096, 16_384, 65_536], draw), afterMs: chance(50) ? 0 : draw(1, 120) }
        : null,
    changedSince: trouble === 'changed' && kind === 'registrer',
    moreDeaths: chance(15) ? [draw(0, 300), draw(0, 300)] : [],
    sendsNow: chance(20),
    patienceMs: waitsLong ? PATIENT_MS : trouble === 'point' ? POINT_MS : draw(200, 900),
  };
}

/** A decision is sent in two messages, and comes to most points twice. */
function planDeath(draw: Draw, kind: ActKind): { readonly point: Point; readonly nth: number } {
  const point = pick(points, draw);
  const isOnce = kind !== 'beslutning' || point === 'before-commit' || point === 'committed';
  return { point, nth: isOnce ? 1 : draw(1, 2) };
}

function planFault(draw: Draw, kind: ActKind): PlannedFault {
  if (draw(1, 10) === 1) {
    return { name: 'no token', target: 'token', fault: { kind: 'status', status: 503 }, times: draw(1, 3) };
  }
  const [name, fault] = pick(FAULTS, draw);
  const target = kind === 'beslutning' ? pick(['vedlegg', 'beslutning'] as const, draw) : 'registrering';
  return { name, target, fault, times: name === TIMEOUT ? 1 : draw(1, 3) };
}

function weighted<T extends string>(weights: Readonly<Record<T, number>>): T[] {
  return (Object.entries(weights) as [T, number][]).flatMap(([one, weight]) => Array<T>(weight).fill(one));
}

function weightedEntries<T>(weights: Readonly<Record<string, readonly [number, T]>>): (readonly [string, T])[] {
  return Object.entries(weights).flatMap(([name, [weight, one]]) =>
    Array<readonly [string, T]>(weight).fill([name, one]),
  );
}
