import type { IsoDate } from '../dates.ts';
import { taxAnswerFor, taxYearFor } from '../housing/answers.ts';
import type { Trace } from '../housing/assessment.ts';
import type { Lookup, TaxAnswer, TaxPost } from '../income/model.ts';
import { postGroup } from '../income/postGroup.ts';
import { type Oere, parseKroner, sum } from '../money.ts';
import { type AssetType, assetTypes, notAnAsset } from './assetTypes.ts';
import { type Asset, type Assets, assetKinds, type Finding } from './debtorAnalysis.ts';
import { DEBTOR } from './debtorLookup.ts';

type Specification = TaxPost['spesifisering'][number];

export interface AssetsFound {
  readonly assets: Assets;
  /** The answer they were read from: it also names the debtor's payers. */
  readonly tax: TaxAnswer | null;
  readonly findings: readonly Finding[];
}

/**
 * Bank accounts, property, vehicles, securities and debt that the newest settled tax basis names, as at 31 December of its year. A thing that
 * stands under several posts comes once, with all its places. A value that was not delivered is null.
 */
export function assetsOf(lookups: readonly Lookup[], decisionDate: IsoDate): AssetsFound {
  const year = taxYearFor(lookups, [DEBTOR], decisionDate);
  const found = taxAnswerFor(lookups, DEBTOR, year);
  const none = { year, asAt: null, items: [] };
  if (!found.ok) {
    const [state, code] = withoutAnswer[found.error.code] ?? withoutAnswer['nothing-reported'];
    return { assets: { ...none, state }, tax: null, findings: [{ level: 'warning', code }] };
  }
  const { tax, lookupId, partlyShielded, lost } = found.value;
  return {
    assets: {
      state: partlyShielded ? 'partlyShielded' : 'delivered',
      year: tax.year,
      asAt: `${tax.year}-12-31` as IsoDate,
      items: itemsOf(tax, lookupId),
    },
    tax,
    findings: [
      ...(partlyShielded ? [{ level: 'warning', code: 'tax-partly-shielded' } as const] : []),
      ...(lost ? [{ level: 'warning', code: 'tax-unread' } as const] : []),
    ],
  };
}

const withoutAnswer: Partial<Record<string, readonly [Assets['state'], Finding['code']]>> & {
  readonly 'nothing-reported': readonly [Assets['state'], Finding['code']];
} = {
  shielded: ['shielded', 'tax-shielded'],
  'source-failed': ['failed', 'tax-failed'],
  'not-fetched': ['not-fetched', 'tax-not-fetched'],
  'nothing-reported': ['nothing', 'tax-nothing'],
};

function itemsOf(tax: TaxAnswer, lookupId: string): Asset[] {
  const items = new Map<string, Asset>();
  for (const post of tax.posts) {
    const inPost = new Map<string, number>();
    for (const asset of post.spesifisering.flatMap((specification) => assetsIn(specification, post, lookupId))) {
      const like = JSON.stringify([asset.kind, asset.type, identityOf(asset)]);
      // Two that look alike under one post are two things; alike under two posts, they are one.
      const nth = (inPost.get(like) ?? 0) + 1;
      inPost.set(like, nth);
      const before = items.get(`${like} ${nth}`);
      items.set(`${like} ${nth}`, before ? merged(before, asset) : asset);
    }
  }
  return [...items.values()].toSorted((a, b) => assetKinds.indexOf(a.kind) - assetKinds.indexOf(b.kind));
}

/** The thing itself, and its debt where it has any; an unknown type by the category of its post. */
function assetsIn(specification: Specification, post: TaxPost, lookupId: string): Asset[] {
  const { type, fields, ref } = specification;
  const traces: Trace[] = [{ kind: 'lookup', lookupId, ref }];
  const common = { type, fields, traces };
  const known = assetTypes[type];
  if (!known) {
    const group = notAnAsset.includes(type) ? 'income' : postGroup(post);
    if (group !== 'wealth' && group !== 'debt') return [];
    return [{ ...common, kind: group === 'debt' ? 'loan' : 'other', value: null }];
  }
  const value = valueIn(known, fields);
  const debt = known.debt === undefined ? null : amountIn(known.debt, fields);
  const owes = debt !== null && debt !== 0;
  return [
    ...(owes && value === null ? [] : [{ ...common, kind: known.kind, value }]),
    ...(owes ? [{ ...common, kind: 'loan' as const, value: debt }] : []),
  ];
}

function valueIn({ value }: AssetType, fields: Specification['fields']): Oere | null {
  for (const group of value) {
    const amounts = group.flatMap((name) => amountIn(name, fields) ?? []);
    if (amounts.length > 0) return sum(amounts);
  }
  return null;
}

const amountIn = (wanted: string, fields: Specification['fields']): Oere | null =>
  parseKroner(fields.find(({ name }) => name === wanted)?.value);

/** What makes it this thing: its identifying fields, or all of them where it has none. */
function identityOf({ type, fields }: Asset): readonly unknown[] {
  const names = assetTypes[type]?.identity ?? [];
  const identifying = names.map((name) => fields.find((field) => field.name === name)?.value ?? null);
  return identifying.some((value) => value !== null) ? identifying : fields.map(({ name, value }) => [name, value]);
}

const merged = (first: Asset, second: Asset): Asset => ({
  ...first,
  value: first.value ?? second.value,
  fields: [...first.fields, ...second.fields.filter(({ name }) => !first.fields.some((field) => field.name === name))],
  traces: [...first.traces, ...second.traces],
});
