import { formatDate } from '../../../shared/dates.ts';
import type { Coordination } from '../../../shared/garnishment/debtorAnalysis.ts';
import type { DebtorLookup } from '../../../shared/garnishment/debtorLookup.ts';
import { formatKroner } from '../../../shared/money.ts';
import { formatPercent } from '../../../shared/text/formatPercent.ts';
import type { Text } from '../../../shared/text/text.ts';
import type { TrekkPeriod, UtleggOverview, UtleggstrekkEntry } from '../../../shared/utlegg/overview.ts';

type Entry = UtleggOverview['entries'][number];

/** What utleggsdatabasen answered last; null when it has not, or could not be read. */
export function overviewOf(lookups: readonly DebtorLookup[]): UtleggOverview | null {
  const answers = lookups.flatMap((lookup) => (lookup.source === 'utlegg' && lookup.utlegg ? [lookup] : []));
  return answers.toSorted((a, b) => b.at.localeCompare(a.at))[0]?.utlegg ?? null;
}

/** Running (or about to run) by what the analysis found; without it, by the entry's own state. */
export function isRunning(entry: Entry, { entries }: Coordination): boolean {
  const relation = entries.find(({ ref }) => ref === entry.ref)?.relation;
  if (relation) return relation !== 'over' && relation !== 'intet-til-utlegg';
  return entry.kind === 'utleggstrekk' && entry.state !== 'avsluttet' && entry.state !== 'slettet';
}

/** An entry of the new kind: a date and no size (case F). */
const isNewKind = (entry: UtleggstrekkEntry): boolean => entry.rules === 'nytt';

/** Whose entry it is. */
export function authorityText({ debtorInformation: { trekk } }: Text, entry: Entry): string {
  if (entry.kind === 'utleggstrekk' && isNewKind(entry)) return trekk.newKind;
  return entry.authority?.name ?? trekk.authorityMissing;
}

/** How it stands; an «intet til utlegg» that was deleted counts no more, and says so. */
export function stateText({ debtorInformation: { trekk } }: Text, entry: Entry): string {
  if (entry.kind === 'utleggstrekk') return trekk.states[entry.state];
  return entry.deletedOn === null ? trekk.intetTilUtlegg : trekk.deletedIntetTilUtlegg(formatDate(entry.deletedOn));
}

export const letterText = ({ debtorInformation: { trekk } }: Text, entry: Entry): string =>
  entry.kind === 'intetTilUtlegg' || isNewKind(entry) ? '–' : (entry.letter ?? trekk.notGiven);

/** How much is taken, as registered: an amount, a percentage, or the words for what is missing. */
export function sizeText({ debtorInformation: { trekk } }: Text, entry: Entry): string {
  if (entry.kind === 'intetTilUtlegg' || isNewKind(entry)) return '–';
  const period = entry.periods.at(-1);
  if (!period) return trekk.notGiven;
  return sizeOf(trekk.percent, period) ?? trekk.notGiven;
}

const sizeOf = (percentText: (percent: string) => string, { amount, percent }: TrekkPeriod): string | null =>
  amount !== null ? formatKroner(amount) : percent !== null ? percentText(formatPercent(percent)) : null;

export function periodText({ debtorInformation: { trekk } }: Text, entry: Entry): string {
  if (entry.kind === 'intetTilUtlegg' || entry.periods.length === 0) {
    return entry.decidedOn === null ? trekk.notGiven : trekk.decided(formatDate(entry.decidedOn));
  }
  const [first, last] = [entry.periods[0], entry.periods.at(-1)];
  if (!first || !last) return trekk.notGiven;
  return last.to === null
    ? trekk.from(formatDate(first.from))
    : trekk.fromTo(formatDate(first.from), formatDate(last.to));
}

export const hasNewKind = (entries: readonly Entry[]): boolean =>
  entries.some((entry) => entry.kind === 'utleggstrekk' && isNewKind(entry));
