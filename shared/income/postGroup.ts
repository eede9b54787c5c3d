import type { TaxPost } from './model.ts';

/** What a post of the tax year is about. `other`: a category we don't know, which may hold anything. */
export const postGroups = ['income', 'deductions', 'wealth', 'debt', 'adjustments', 'sums', 'other'] as const;
export type PostGroup = (typeof postGroups)[number];

const byKategori: ReadonlyMap<string, PostGroup> = new Map([
  ['inntekt', 'income'],
  ['inntektsfradrag', 'deductions'],
  ['formue', 'wealth'],
  ['formuesfradrag', 'debt'],
  ['oppjusteringAvEierinntekter', 'adjustments'],
  ['verdsettingsrabattSomGirGjeldsreduksjon', 'adjustments'],
  ['-', 'sums'],
]);

/** Sums and shares that the lists file together with the posts they are made of: adding them would count twice. */
const sumsAmongParts: ReadonlySet<string> = new Set([
  'samletSkattefriDelAvFormue',
  'sumGjeldsreduksjon',
  'sumMinstefradrag',
  'sumVerdsettingsrabatt',
]);

/** The group of a post. Uplifts of owner income and valuation discounts are `adjustments`: figures of the tax, neither income nor wealth. */
export function postGroup(post: Pick<TaxPost, 'tekniskNavn' | 'kategori'>): PostGroup {
  if (sumsAmongParts.has(post.tekniskNavn)) return 'sums';
  return byKategori.get(post.kategori ?? '') ?? 'other';
}
