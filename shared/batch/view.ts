/** Which rows of a batch are shown. */
export const rowViews = [
  'all',
  'usable',
  'refused',
  'waiting', // not answered yet
  'answered',
  'attention', // failed, interrupted, or an answer that someone must look at
  'withIncome',
  'withoutIncome',
  'runningTrekk',
  'newRules',
  'withoutCase',
] as const;
export type RowViewName = (typeof rowViews)[number];

/** What rows can be put in order by. */
export const sortColumns = [
  'line',
  'caseNumber',
  'state',
  'gross',
  'net',
  'mainPayer',
  'assets',
  'newRules',
  'runningTrekk',
] as const;
export type SortColumn = (typeof sortColumns)[number];
