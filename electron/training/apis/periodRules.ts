import { addDays, addMonthsToDate, type IsoDate } from '../../../shared/dates.ts';
import { type Avvik, avvikIf } from './avvik.ts';
import { isMoney } from './claimRules.ts';
import type { Period } from './utleggMessages.ts';

const AT = '/trekkstoerrelseForPeriode';
const MAX_MONTHS = 24;

/** What else decides which periods are allowed. */
interface Around {
  readonly decided: IsoDate;
  /** It waits for room or is stopped: there may be days without a period, and nothing to deduct. */
  readonly isHeld: boolean;
  /** For a change: how the periods are registered. */
  readonly registered: readonly Period[] | null;
}

/** V-09–V-15 on the periods of a message, as far as they stop it. */
export function periodAvvik(periods: readonly Period[], { decided, isHeld, registered }: Around): Avvik[] {
  const first = periods[0]?.startdato ?? decided;
  const last = periods.at(-1)?.sluttdato;
  const registeredEnd = registered?.at(-1)?.sluttdato;
  const lastField = `${AT}/${periods.length - 1}/sluttdato`;
  const mayHaveGaps = isHeld || hasGap(registered ?? []);
  return [
    ...avvikIf(first < decided, 'UGYLDIG_PERIODE', `${AT}/0/startdato`),
    ...avvikIf(!last || last > addMonthsToDate(first, MAX_MONTHS), 'TREKKPERIODE_FOR_LANG', lastField),
    ...avvikIf(
      registeredEnd !== undefined && (last ?? '') > registeredEnd,
      'FORLENGELSE_KREVER_NY_REGISTRERING',
      lastField,
    ),
    ...periods.flatMap((period, index) => [
      ...sizeAvvik(period, registered === null && !isHeld, `${AT}/${index}`),
      ...orderAvvik(period, periods[index + 1], mayHaveGaps, index),
    ]),
  ];
}

function sizeAvvik({ trekkbeloep: amount, trekkprosent: percent }: Period, mustTake: boolean, at: string): Avvik[] {
  const kroner = amount?.trekkbeloep ?? 1;
  const share = percent?.trekkprosent ?? 1;
  return [
    ...avvikIf(!amount === !percent, 'ENTEN_BELOEP_ELLER_PROSENT', at),
    ...avvikIf(!isMoney(kroner), 'UGYLDIG_BELOEP', `${at}/trekkbeloep`),
    ...avvikIf(kroner === 0 && mustTake, 'UGYLDIG_TREKKSTOERRELSE', `${at}/trekkbeloep`),
    ...avvikIf(share <= 0 || share > 100 || !isMoney(share), 'UGYLDIG_TREKKSTOERRELSE', `${at}/trekkprosent`),
  ];
}

/** V-10 for a period and the one after it; only the last may be open. */
function orderAvvik(
  { startdato, sluttdato }: Period,
  next: Period | undefined,
  mayHaveGaps: boolean,
  index: number,
): Avvik[] {
  const follows = !next || (sluttdato !== undefined && isInOrder(sluttdato, next.startdato, mayHaveGaps));
  return [
    ...avvikIf(sluttdato !== undefined && sluttdato < startdato, 'UGYLDIG_PERIODE', `${AT}/${index}/sluttdato`),
    ...avvikIf(!follows, 'UGYLDIG_PERIODE', `${AT}/${index + 1}/startdato`),
  ];
}

const isInOrder = (end: IsoDate, start: IsoDate, mayHaveGaps: boolean): boolean =>
  mayHaveGaps ? start > end : start === addDays(end, 1);

const hasGap = (periods: readonly Period[]): boolean =>
  periods.some(({ startdato }, index) => {
    const end = periods[index - 1]?.sluttdato;
    return end !== undefined && startdato > addDays(end, 1);
  });
