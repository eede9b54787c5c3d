import type { DebtorCase } from '../../shared/garnishment/debtorCase.ts';
import type { CollectionGround } from '../../shared/garnishment/legalGrounds.ts';
import { type Oere, sum } from '../../shared/money.ts';
import type { Text } from '../../shared/text/text.ts';

/** More kinds of claims than this don't fit on the title's line. */
const MOST_NAMED = 3;

/** What the case is about: «Utleggstrekk for eiendomsskatt og vann og avløp». */
export function caseSubject({ collection, app }: Text, { purpose, claims }: DebtorCase): string {
  const types = [...new Set(claims.map(({ type }) => collection.claimTypes[type].toLowerCase()))];
  const name = collection.purposes[purpose];
  const [first, ...others] = types;
  if (first === undefined) return name;
  if (types.length > MOST_NAMED) return collection.purposeFor(name, collection.andMore(first));
  const last = others.pop();
  return collection.purposeFor(
    name,
    last === undefined ? first : `${[first, ...others].join(', ')} ${app.words.and} ${last}`,
  );
}

/** The grounds as one reads them, sections of the one act together. */
export function groundsText({ collection }: Text, grounds: readonly CollectionGround[]): string {
  const sections = grounds.map((ground) => collection.legalGrounds[ground].split('§').at(-1)?.trim() ?? '');
  return collection.groundsTogether(sections);
}

/** Principal, interest and costs that are left of all claims, øre. */
export const totalLeft = ({ claims }: Pick<DebtorCase, 'claims'>): Oere =>
  sum(claims.flatMap(({ remaining, interest, costs }) => [remaining, interest, costs]));
