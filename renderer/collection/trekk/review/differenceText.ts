import { formatDate, parseIsoDate } from '../../../../shared/dates.ts';
import { priorityLetters } from '../../../../shared/garnishment/claims.ts';
import { formatKroner, type Oere } from '../../../../shared/money.ts';
import type { Text } from '../../../../shared/text/text.ts';
import { DraftPeriod, TrekkClaim } from '../../../../shared/utlegg/trekkContent.ts';
import { percentText } from '../act/typed.ts';
import { periodSentences } from '../summary.ts';

/** A place in an act's content in words: `claims.1.remaining` → «Krav 2, gjenstår». */
export function fieldName({ trekk: { fields, periods } }: Text, path: string): string {
  if (path === '') return fields.whole;
  const parts = path.split('.');
  const names: Readonly<Record<string, string>> = fields.names;
  const said = parts.flatMap((part, index) => {
    if (/^\d+$/.test(part)) return [];
    const at = parts[index + 1];
    const name = names[part] ?? part;
    if (part === 'periods' && at === undefined) return [periods.title];
    return [at !== undefined && /^\d+$/.test(at) ? fields.numbered(name, Number(at) + 1) : name];
  });
  const [first, ...rest] = said;
  return [first, ...rest.map(insideSentence)].join(', ');
}

/** A small letter first, but for what is written in capitals, as KID. */
const insideSentence = (word: string): string =>
  word === word.toUpperCase() ? word : word.charAt(0).toLowerCase() + word.slice(1);

const money = ['amount', 'original', 'remaining'];

/** A value before or after, as the field's kind is read; what is not there says so. */
export function valueText(text: Text, path: string, value: unknown): string {
  const { trekk, trekkRules } = text;
  const field = path.split('.').at(-1) ?? '';
  if (value === null || value === '') return trekk.differences.nothing;
  if (typeof value === 'number') {
    return money.includes(field)
      ? formatKroner(value as Oere)
      : field === 'percent'
        ? `${percentText(value)} %`
        : String(value);
  }
  if (typeof value === 'string') {
    const date = parseIsoDate(value);
    return date ? formatDate(date) : (codeText(text, field, value) ?? value);
  }
  if (typeof value === 'boolean') return value ? text.app.words.yes : text.app.words.no;
  if (Array.isArray(value))
    return value.map((one) => valueText(text, path, one)).join(' ') || trekk.differences.nothing;
  const period = DraftPeriod.safeParse(value);
  if (period.success) return periodSentences(text, [period.data]).join().replace(/\.$/, '');
  const claim = TrekkClaim.safeParse(value);
  if (claim.success) {
    const { type, reference, remaining } = claim.data;
    return trekk.differences.claim(trekkRules.claimTypes[type], reference, formatKroner(remaining));
  }
  return Object.values(value as object)
    .map((one) => valueText(text, '', one))
    .join(', ');
}

/** Codes have words of their own; a priority letter is its own word. */
function codeText({ trekkRules }: Text, field: string, value: string): string | null {
  if (priorityLetters.some((one) => one === value)) return value;
  const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    pays: trekkRules.pays,
    type: trekkRules.claimTypes,
    detail: trekkRules.claimDetails,
  };
  return tables[field]?.[value] ?? null;
}
