import type { DebtorSource } from '../../shared/garnishment/debtorLookup.ts';
import { record } from '../../shared/income/read.ts';

/** A field of a source line: its name as in the register (`loennsinntekt.beskrivelse` for one inside another), its value as delivered. */
export interface DeliveredField {
  readonly name: string;
  readonly value: string;
}

/** Where the refs of shared/income/parseTax.ts point to. */
const taxLists: Readonly<Record<string, string>> = {
  fastland: 'grunnlag',
  svalbard: 'svalbardGrunnlag',
  kildeskatt: 'kildeskattPaaLoennGrunnlag',
};

/**
 * The whole line that a ref of `parseIncome`, `parseTax` or `parseOverview` points to in an answer, field by field in the register's order; for income with what
 * its oppgave says of all its lines (month and payer). Null when there is no such line.
 */
export function deliveredLine(source: DebtorSource, answer: unknown, ref: string): DeliveredField[] | null {
  if (source === 'sisteSkatteoppgjoer' || source === 'samordnetTrekk') return flatten(answer);
  if (source === 'utlegg') return flatten(at(at(answer, 'utlegg'), ref));
  const [first = '', second = '', third] = ref.split('.');
  if (source === 'skattegrunnlag') {
    const post = at(at(answer, taxLists[first] ?? ''), second);
    return flatten(third === undefined ? post : at(at(post, 'spesifisering'), third));
  }
  const oppgave = record(at(at(answer, 'oppgaveInntektsmottaker'), first));
  const line = flatten(third === undefined ? at(at(oppgave, 'inntekt'), second) : at(at(oppgave, second), third));
  if (oppgave === null || line === null) return null;
  const common = Object.entries(oppgave).filter(([, value]) => typeof value !== 'object');
  return [...common.map(([name, value]) => ({ name, value: String(value) })), ...line];
}

/** Own members only: a ref comes from the window. */
function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

/** Every value in an object with the names on the way to it; lists give their index (`spesifisering.0.type`), null is no value. Null for no object. */
export function flatten(value: unknown, prefix = ''): DeliveredField[] | null {
  if (typeof value !== 'object' || value === null) return null;
  return Object.entries(value).flatMap(([key, field]) => {
    const name = prefix + key;
    if (field === null) return [];
    return flatten(field, `${name}.`) ?? [{ name, value: String(field) }];
  });
}
