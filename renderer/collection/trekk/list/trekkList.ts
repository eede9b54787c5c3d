import type { TrekkSummary } from '../../../../shared/ipc/trekkCalls.ts';

export const trekkViews = ['mine', 'team', 'attention'] as const;
export type TrekkView = (typeof trekkViews)[number];

export type SortColumn = 'caseNumber' | 'endsOn' | 'remaining' | 'updatedAt';
export interface Sort {
  readonly column: SortColumn;
  readonly descending: boolean;
}

/** The lines of a list: one's own, the whole desk's, or those that need someone. */
export function inView(list: readonly TrekkSummary[], view: TrekkView): TrekkSummary[] {
  return list.filter(({ mine, attention }) =>
    view === 'mine' ? mine : view === 'attention' ? attention.length > 0 : true,
  );
}

/** Those with the searched words in their case number. */
export const matching = (list: readonly TrekkSummary[], searched: string): TrekkSummary[] =>
  list.filter(({ caseNumber }) => caseNumber.toLowerCase().includes(searched.trim().toLowerCase()));

/** In the order of a column. What has no value there comes last, whichever way. */
export function sorted(list: readonly TrekkSummary[], { column, descending }: Sort): TrekkSummary[] {
  return list.toSorted((a, b) => {
    const [one, other] = [a[column], b[column]];
    if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
    const order =
      typeof one === 'number' && typeof other === 'number'
        ? one - other
        : String(one).localeCompare(String(other), 'nb');
    return descending ? -order : order;
  });
}

/** What to do next with a trekk, when nothing about it needs attention. */
export function quietStep({
  act,
}: Pick<TrekkSummary, 'act'>): 'fill-in' | 'review' | 'approve' | 'wait' | 'back' | 'nothing' {
  switch (act?.state) {
    case undefined:
      return 'nothing';
    case 'utkast':
      return 'fill-in';
    case 'kontrollert':
      return 'review';
    case 'tilGodkjenning':
      return 'approve';
    case 'avvist':
      return 'back';
    case 'sendes':
    case 'ukjent':
      return 'wait';
  }
}
