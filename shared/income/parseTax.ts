import { parseIsoDate } from '../dates.ts';
import { fail, ok, type Result } from '../result.ts';
import { taxName } from './codes.ts';
import { type TaxAnswer, type TaxPart, type TaxPost, taxParts, type Unread } from './model.ts';
import { amount, flag, list, record, text } from './read.ts';

type Fields = Readonly<Record<string, unknown>>;

const partFields: Record<TaxPart, string> = {
  fastland: 'grunnlag',
  svalbard: 'svalbardGrunnlag',
  kildeskatt: 'kildeskattPaaLoennGrunnlag',
};

/**
 * Reads the JSON of Summert skattegrunnlag v2, and of its two predecessors where they differ only in names (skatteetaten-apis.md 5, 6).
 * The income year is the one field that must be there. What can't be read is named in `unread`, by place and reason, never by value.
 */
export function parseTax(body: unknown): Result<TaxAnswer, 'not-a-tax-answer'> {
  const answer = record(body);
  const year = readYear(answer?.inntektsaar);
  if (answer === null || year === null) return fail('not-a-tax-answer');
  const unread: Unread[] = [];
  return ok({
    year,
    shielded: flag(answer.skjermet) === true,
    stadie: text(answer.stadie),
    skatteoppgjoersdato: parseIsoDate(text(answer.skatteoppgjoersdato) ?? ''),
    ajourholdstidspunkt: text(answer.ajourholdstidspunkt) ?? text(answer.registreringstidspunkt),
    posts: taxParts.flatMap((part) =>
      list(answer[partFields[part]], part, unread).flatMap((value, index) =>
        readPost(value, part, `${part}.${index}`, unread),
      ),
    ),
    unread,
  });
}

/** Reads «siste tilgjengelige skatteoppgjør» (skatteetaten-apis.md 7.1): the newest income year with a settlement. */
export function parseNewestYear(body: unknown): Result<number, 'not-a-newest-year-answer'> {
  const year = readYear(record(body)?.sisteTilgjengeligePeriode);
  return year === null ? fail('not-a-newest-year-answer') : ok(year);
}

function readYear(value: unknown): number | null {
  const written = text(value);
  return written !== null && /^(19|20|21)\d{2}$/.test(written) ? Number(written) : null;
}

function readPost(value: unknown, part: TaxPart, ref: string, unread: Unread[]): TaxPost[] {
  const post = record(value);
  const tekniskNavn = text(post?.tekniskNavn);
  if (post === null || tekniskNavn === null) {
    unread.push({ ref, why: 'bad-shape' });
    return [];
  }
  const listed = taxName(tekniskNavn);
  return [
    {
      ref,
      part,
      tekniskNavn,
      label: listed?.label ?? null,
      kategori: readKategori(post.kategori, ref, unread) ?? listed?.kategori ?? null,
      amount: amount(post.beloep, ref, unread),
      andelSkattefritt: amount(post.andelSkattefritt, ref, unread),
      andelOverfoertFraBarn: amount(post.andelOverfoertFraBarn, ref, unread),
      known: listed !== null,
      spesifisering: list(post.spesifisering, ref, unread).flatMap((one, index) =>
        readSpecification(one, ref, index, unread),
      ),
    },
  ];
}

/** v2 gives one text, the older versions a list with one text in it. */
function readKategori(value: unknown, ref: string, unread: Unread[]): string | null {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (values.length > 1) unread.push({ ref, why: 'bad-shape' });
  return values.length === 1 ? text(values[0]) : null;
}

/** Every field in its order, whatever the type is called; a field that holds more than one value is kept as JSON text. */
function readSpecification(value: unknown, post: string, index: number, unread: Unread[]): TaxPost['spesifisering'] {
  const specification = record(value);
  if (specification === null) {
    unread.push({ ref: post, why: 'bad-shape' });
    return [];
  }
  const { type, ...rest } = specification;
  return [{ ref: `${post}.${index}`, type: text(type) ?? '', fields: readFields(rest) }];
}

const readFields = (fields: Fields): TaxPost['spesifisering'][number]['fields'] =>
  Object.entries(fields).flatMap(([name, value]) => {
    if (value === null || value === undefined) return [];
    const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return [{ name, value: plain ? value : JSON.stringify(value) }];
  });
