import type { AcceptedWrite } from '../../electron/training/register/listRegistrations.ts';
import type { TrekkSummary } from '../../shared/ipc/trekkCalls.ts';
import type { ActState, Trekk, TrekkEvent } from '../../shared/utlegg/trekk.ts';
import type { Prepared } from './prepare.ts';

/** What an officer was told, and what both sides hold in the end. */
export interface Outcome {
  readonly prepared: Prepared;
  /** A press was answered with «confirmed». */
  readonly wasConfirmed: boolean;
  /** null: the program does not know it any more. */
  readonly trekk: Trekk | null;
  /** The trekk as the program reads it anew from the register, when it holds it as registered. */
  readonly readAgain: Trekk['registered'];
  /** Its line in the lists. */
  readonly line: TrekkSummary | undefined;
  /** Somebody else registered something on the debtor after the lookup: the register says no to it, rightly. */
  readonly isOutdated: boolean;
  /** Its message may have been delivered twice without the program's knowing, and only the second answer came. */
  readonly deliveredTwice: boolean;
  /** Everything that the register has accepted from anyone. */
  readonly writes: readonly AcceptedWrite[];
}

/** Settled: both sides have it once, the same. Listed: not there, or not known to be, and the list says so. */
export type Verdict = 'settled' | 'listed' | 'lost' | 'duplicated' | 'mismatched';

/** Holds the two sides of one act against each other, with the reason when they differ. */
export function compare(outcome: Outcome): readonly [Verdict, string] {
  const { prepared, wasConfirmed, trekk, line } = outcome;
  const stored = writesOf(outcome);
  if (stored.length > 1) return ['duplicated', `stored ${stored.length} times`];
  if (trekk === null) return ['lost', 'the program does not know it'];
  // The trekk that is changed or ended was itself confirmed once.
  const told = trekk.events.map(({ event }) => event);
  const events = told.slice(told.lastIndexOf('started'));
  if (wasConfirmed && !events.includes('confirmed')) return ['lost', 'confirmed, and no memory of it'];
  if (trekk.act === null) return compareSettled(outcome, trekk, stored[0]);
  if (!line || line.act?.state !== trekk.act.state) return ['lost', `${trekk.act.state}, and not on the list`];
  const { state } = trekk.act;
  const needsSomeone = { ukjent: 'unknown', avvist: 'refused' } as const;
  if ((state === 'ukjent' || state === 'avvist') && !line.attention.includes(needsSomeone[state])) {
    return ['lost', `${state}, and nobody is told`];
  }
  if (state === 'sendes' || state === 'ukjent') return ['mismatched', `still ${state} when nothing stood in the way`];
  if (stored.length === 0) return compareUnsent(outcome, state, events);
  // ELAN has no key: of a message that is delivered twice without our knowing, the refusal of the second proves nothing of the first. It is
  // refused, and on the list of what needs someone, who finds it at ELAN (utleggsdatabasen.md 8). Anything else that is stored must be known to be.
  if (prepared.kind === 'beslutning' && outcome.deliveredTwice && isDuplicateThere(trekk)) {
    return ['listed', 'DUPLIKAT_INNSENDING'];
  }
  return ['mismatched', `stored, and the program says ${state}`];
}

/** Every act here is in order, so that the register has no reason to say no to what was confirmed, but one. */
function compareUnsent(
  { isOutdated }: Outcome,
  state: ActState,
  events: readonly TrekkEvent['event'][],
): readonly [Verdict, string] {
  if (!events.includes('confirmed')) return ['listed', state];
  return isOutdated && state === 'utkast' ? ['listed', 'changed-since'] : ['mismatched', `confirmed, and ${state}`];
}

function compareSettled(
  outcome: Outcome,
  { registered, received }: Trekk,
  stored: AcceptedWrite | undefined,
): readonly [Verdict, string] {
  if (!stored) return ['lost', 'the program says it is there, and it is not'];
  const { prepared, readAgain } = outcome;
  if (prepared.kind === 'beslutning') {
    if (!hasDocument(outcome)) return ['mismatched', 'without its document'];
    if (!received) return ['mismatched', 'stored, and the program has no decision'];
    const { caseReference } = received;
    // Not told when it was settled by being refused as received already.
    return caseReference === null || caseReference === stored.id
      ? ['settled', '']
      : ['mismatched', 'another saksreferanse'];
  }
  const ours = JSON.stringify([registered?.utleggstrekkId, registered?.versjon, registered?.state]);
  const theirs = JSON.stringify([stored.id, stored.versjon, stored.status]);
  if (ours !== theirs) return ['mismatched', `${ours} here, ${theirs} there`];
  return content(registered) === content(readAgain) ? ['settled', ''] : ['mismatched', 'other terms there'];
}

/** What the register has accepted of the act. */
const writesOf = ({ prepared: { kind, caseNumber, utleggstrekkId }, writes }: Outcome): AcceptedWrite[] =>
  writes.filter(
    (write) =>
      write.kind === kind &&
      (utleggstrekkId === null ? write.innsendersReferanse === caseNumber : write.id === utleggstrekkId),
  );

/** Is the very document there? */
const hasDocument = ({ prepared: { document }, writes }: Outcome): boolean =>
  writes.some(
    ({ kind, id, bodySha256 }) => kind === 'vedlegg' && id === document?.uuid && bodySha256 === document.sha256,
  );

const isDuplicateThere = ({ act }: Trekk): boolean =>
  act?.refusal?.violations.some(({ code }) => code === 'DUPLIKAT_INNSENDING') ?? false;

const content = (registered: Trekk['registered']): string => JSON.stringify({ ...registered, readAt: null });
