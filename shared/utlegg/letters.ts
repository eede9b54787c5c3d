import type { ActContent, LetterKind, RegisteredTrekk, Trekk } from './trekk.ts';
import type { EndreContent, TrekkTerms } from './trekkContent.ts';

/**
 * The letters an act needs. The debtor is told of everything, but for a death, when nobody is left to tell; the one who deducts is told only what
 * changes the deduction, since the claims are none of its business. A trekk that waits has not been ordered deducted yet.
 */
export function neededLetters(what: ActContent, registered: RegisteredTrekk | null): LetterKind[] {
  switch (what.kind) {
    case 'beslutning':
      return ['underretning'];
    case 'registrer':
      return what.content.waiting ? ['underretning'] : ['underretning', 'trekkpaalegg'];
    case 'endre':
      return ['underretning', ...toPayers(what.content, registered)];
    case 'avslutt': {
      const toDebtor: LetterKind[] = what.content.reason === 'doedsfall' ? [] : ['underretning'];
      return registered?.state === 'ventende' ? toDebtor : [...toDebtor, 'opphoer'];
    }
  }
}

function toPayers(content: EndreContent, registered: RegisteredTrekk | null): LetterKind[] {
  if (registered && changesPayer(content, registered.terms)) {
    return registered.state === 'ventende' ? ['trekkpaalegg'] : ['trekkpaalegg', 'opphoer'];
  }
  const stopsOrResumes = content.reason === 'midlertidigStans' || content.reason === 'gjenopptak';
  return stopsOrResumes || !registered || orderOf(content) !== orderOf(registered.terms) ? ['trekkpaalegg'] : [];
}

/** Shall somebody else deduct from now on? The same number in other groups is the same payer: it must not be told to stop. */
export const changesPayer = (after: TrekkTerms, before: TrekkTerms): boolean =>
  ungrouped(after.payer.organisationNumber) !== ungrouped(before.payer.organisationNumber);

const ungrouped = (typed: string): string => typed.replace(/[\s.-]/g, '');

/** What the one who deducts goes by. */
const orderOf = ({ payer, periods, payment }: TrekkTerms): string =>
  JSON.stringify([
    payer.pays,
    periods.map(({ from, to, amount, percent }) => [from, to, amount, percent]),
    payment.account,
    payment.kid,
  ]);

/**
 * The letters that the act under way still lacks. One that was made before the act was last edited, or of what the register held before, tells of
 * something else, so it does not count. The order of the events decides, not their times: a clock may go back.
 */
export function missingLetters({
  act,
  registered,
  events,
}: Pick<Trekk, 'act' | 'registered' | 'events'>): LetterKind[] {
  if (!act) return [];
  const made = events
    .slice(events.findLastIndex(makesLettersVoid) + 1)
    .filter(({ event }) => event === 'letter-made')
    .map(({ detail }) => detail);
  return neededLetters(act.what, registered).filter((kind) => !made.includes(kind));
}

/** A registration says the same whatever others have registered since; a change and an ending are told against what the register holds. */
const makesLettersVoid = ({ event, act }: Trekk['events'][number]): boolean =>
  event === 'started' || event === 'edited' || (event === 'changed-since' && act !== 'registrer');
