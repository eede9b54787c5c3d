import { type Oere, oere } from '../money.ts';
import { type TaxAnswer, type TaxPart, type TaxPost, taxParts } from './model.ts';
import { type PostGroup, postGroup } from './postGroup.ts';
import { addDelivered } from './sums.ts';

/** Wealth and debt as at 31 December of the income year, in øre. null = not delivered, which is not zero. */
export interface Wealth {
  readonly gross: Oere | null;
  readonly debt: Oere | null;
  readonly net: Oere | null;
  /** The posts the three figures come from. */
  readonly refs: string[];
  /** A delivered sum and the posts it should consist of give different figures: a person must look. */
  readonly disagrees: boolean;
}

/**
 * Wealth of one tax answer: the delivered sums (`bruttoformue`, `samletGjeld`, `nettoformue`) where they are, otherwise the posts of
 * kategori formue less formuesfradrag, without sums and discounts. Mainland, Svalbard and kildeskatt are worked out apart and added. Without any debt post, net is
 * gross (an upper bound); without any wealth post, net is unknown rather than minus the debt.
 */
export function wealthOf(answer: TaxAnswer): Wealth {
  const parts = taxParts.map((part) => wealthOfPart(answer.posts, part)).filter((part) => part.refs.length > 0);
  return {
    gross: addDelivered(parts.map((part) => part.gross)),
    debt: addDelivered(parts.map((part) => part.debt)),
    net: parts.some((part) => part.net === null) ? null : addDelivered(parts.map((part) => part.net)),
    refs: parts.flatMap((part) => part.refs),
    disagrees: parts.some((part) => part.disagrees),
  };
}

function wealthOfPart(all: readonly TaxPost[], part: TaxPart): Wealth {
  const posts = all.filter((post) => post.part === part && post.amount !== null);
  const named = (name: string) => posts.find((post) => post.tekniskNavn === name);
  const inGroup = (group: PostGroup) => posts.filter((post) => postGroup(post) === group);

  const gross = { delivered: named('bruttoformue'), posts: inGroup('wealth') };
  const debt = { delivered: named('samletGjeld'), posts: inGroup('debt') };
  const delivered = named('nettoformue');
  const grossAmount = gross.delivered?.amount ?? total(gross.posts);
  const debtAmount = debt.delivered?.amount ?? total(debt.posts);
  const worked = grossAmount === null ? null : oere(grossAmount - (debtAmount ?? 0));

  return {
    gross: grossAmount,
    debt: debtAmount,
    net: delivered?.amount ?? worked,
    refs: [gross, debt]
      .flatMap((side) => (side.delivered ? [side.delivered] : side.posts))
      .concat(delivered ?? [])
      .map((post) => post.ref),
    disagrees:
      differs(gross.delivered, gross.posts, named('sumVerdsettingsrabatt')) ||
      differs(debt.delivered, debt.posts, named('sumGjeldsreduksjon')) ||
      (delivered !== undefined && worked !== null && delivered.amount !== worked),
  };
}

/** A delivered sum may be before or after the discount (which of the two is not documented); anything else is a disagreement. */
function differs(delivered: TaxPost | undefined, posts: readonly TaxPost[], discount: TaxPost | undefined): boolean {
  const parts = total(posts);
  if (delivered === undefined || parts === null) return false;
  return delivered.amount !== parts && delivered.amount !== parts - Math.abs(discount?.amount ?? 0);
}

const total = (posts: readonly TaxPost[]): Oere | null => addDelivered(posts.map((post) => post.amount));
