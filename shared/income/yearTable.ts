import type { Trace } from '../housing/assessment.ts';
import type { HousingRule } from '../rules/housingRule.ts';
import { classifyYear } from './classify.ts';
import type { TaxAnswer, TaxPost } from './model.ts';
import { type PostGroup, postGroup, postGroups } from './postGroup.ts';
import { type Sums, sumsOf } from './sums.ts';
import { type Wealth, wealthOf } from './wealth.ts';

/** One post as delivered, with its specification, how it counts as income, and where it stands. */
export interface YearLine {
  readonly post: TaxPost;
  readonly treatment: ReturnType<typeof classifyYear>;
  readonly trace: Trace;
}

export interface YearTable {
  readonly year: number;
  /** Only groups that have posts, in a fixed order; posts in the order delivered. */
  readonly groups: readonly { readonly group: PostGroup; readonly lines: readonly YearLine[] }[];
  /** Income by how it counts, øre. The other groups are not added up: they hold sums and parts side by side. */
  readonly income: Sums;
  /** As at 31 December of the year. */
  readonly wealth: Wealth;
}

/** One tax answer as the screen and the vedtaksgrunnlag show it. `lookupId`: the lookup it came with. */
export function yearTable(answer: TaxAnswer, lookupId: string, departures: HousingRule['treatments'] = []): YearTable {
  const lines = answer.posts.map((post): YearLine => {
    const trace = { kind: 'lookup', lookupId, ref: post.ref } as const;
    return { post, treatment: classifyYear(post, departures), trace };
  });
  return {
    year: answer.year,
    groups: postGroups
      .map((group) => ({ group, lines: lines.filter(({ post }) => postGroup(post) === group) }))
      .filter((group) => group.lines.length > 0),
    income: sumsOf(lines.map(({ post, treatment }) => ({ treatment, amount: post.amount }))),
    wealth: wealthOf(answer),
  };
}
