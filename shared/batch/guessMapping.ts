import { lettersOf } from './lettersOf.ts';
import type { ListField, Mapping } from './list.ts';
import type { CsvRecord } from './readCsv.ts';
import { readPurpose } from './readPurpose.ts';

/** How the columns are called in the lists municipalities have; compared by `lettersOf`. */
const headings: Readonly<Record<ListField, RegExp>> = {
  caseNumber: /^(sak|arkivsak)(s?(nr|nummer|id|ref|referanse))?$|^(casenumber|caseno)$/,
  nationalId:
    /^(foedsels|fodsels|person|f|d)(nr|nummer)(d?(nr|nummer)|ellerd(nr|nummer))?$|^(fnrdnr|personidentifikator|personident|ident|pid)$/,
  purpose: /^(formaal|formal|foeremaal|foremal|purpose)$/,
};

/** What the cells of a column look like. Excel may have taken a zero away, added decimals or gone over to powers. */
const looks: Readonly<Record<ListField, (cell: string) => boolean>> = {
  nationalId: (cell) => /^\d{6}[ \u00a0]?\d{5}$|^\d{10,11}([.,]0+)?$|^\d[.,]\d+E\+?(9|10)$/i.test(cell.trim()),
  caseNumber: (cell) => /^\d{2,4}[/-]\d{1,7}(-\d+)?$/.test(cell.trim()),
  purpose: (cell) => readPurpose(cell) !== null,
};

const SAMPLE = 100;

/**
 * Which column holds what, by the headings and else by what stands in the columns. `purposeForAll` is left open: why the municipality may look is
 * never guessed.
 */
export function guessMapping(records: readonly CsvRecord[]): Mapping {
  const [first, ...rest] = records.slice(0, SAMPLE).map(({ cells }) => cells);
  const titles = (first ?? []).map(lettersOf);
  const named = (field: ListField): number => titles.findIndex((title) => headings[field].test(title));
  const fields = ['nationalId', 'caseNumber', 'purpose'] as const;
  const header = fields.some((field) => named(field) >= 0) && !(first ?? []).some(looks.nationalId);

  const sample = header ? rest : [first ?? [], ...rest];
  const width = Math.max(0, ...sample.map((cells) => cells.length));
  const taken = new Set<number>();
  const found: Partial<Record<ListField, number>> = {};
  const take = (field: ListField, column: number): void => {
    if (column < 0 || taken.has(column) || found[field] !== undefined) return;
    taken.add(column);
    found[field] = column;
  };
  if (header) for (const field of fields) take(field, named(field));
  const left = () => Array.from({ length: width }, (_, column) => column).filter((column) => !taken.has(column));
  for (const field of fields) take(field, mostAlike(left(), sample, looks[field]));
  // Case numbers come in every form: when a person has been found and one column with figures in it is left, it is theirs.
  const others = left();
  if (!header && found.nationalId !== undefined && others.length === 1) {
    take(
      'caseNumber',
      mostAlike(others, sample, (cell) => /\d/.test(cell)),
    );
  }
  return {
    header,
    nationalId: found.nationalId ?? null,
    caseNumber: found.caseNumber ?? null,
    purpose: found.purpose ?? null,
    purposeForAll: null,
  };
}

/** The column most of whose filled cells look right, at least half of them; -1 when there is none. */
function mostAlike(
  columns: readonly number[],
  sample: readonly (readonly string[])[],
  looksRight: (cell: string) => boolean,
): number {
  const shares = columns.map((column) => {
    const filled = sample.map((cells) => cells[column] ?? '').filter((cell) => cell.trim() !== '');
    return { column, share: filled.length === 0 ? 0 : filled.filter(looksRight).length / filled.length };
  });
  const [best] = shares.toSorted((a, b) => b.share - a.share);
  return best !== undefined && best.share >= 0.5 ? best.column : -1;
}
