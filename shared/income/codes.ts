import otherLists from './codes/inntekt-oevrige-kodelister.json' with { type: 'json' };
import loennsinntekt from './codes/loennsinntekt.json' with { type: 'json' };
import naeringsinntekt from './codes/naeringsinntekt.json' with { type: 'json' };
import pensjonEllerTrygd from './codes/pensjon-eller-trygd.json' with { type: 'json' };
import list2022 from './codes/summertskattegrunnlag-2022.json' with { type: 'json' };
import list2023 from './codes/summertskattegrunnlag-2023.json' with { type: 'json' };
import list2024 from './codes/summertskattegrunnlag-2024.json' with { type: 'json' };
import ytelseFraOffentlige from './codes/ytelse-fra-offentlige.json' with { type: 'json' };
import type { IncomeKind } from './model.ts';

interface Code {
  readonly code: string;
  readonly description: string;
  /** The spelling in Skatteetaten's table where it differs from the code itself. */
  readonly docSpelling?: string;
}

const byCode = (codes: readonly Code[]) => new Map(codes.map((row) => [row.code, row.description]));

const kindLists: Record<Exclude<IncomeKind, 'ukjent'>, readonly Code[]> = {
  loennsinntekt: loennsinntekt.codes,
  ytelseFraOffentlige: ytelseFraOffentlige.codes,
  pensjonEllerTrygd: pensjonEllerTrygd.codes,
  naeringsinntekt: naeringsinntekt.codes,
};
const incomeLabels: Record<IncomeKind, ReadonlyMap<string, string>> = {
  loennsinntekt: byCode(kindLists.loennsinntekt),
  ytelseFraOffentlige: byCode(kindLists.ytelseFraOffentlige),
  pensjonEllerTrygd: byCode(kindLists.pensjonEllerTrygd),
  naeringsinntekt: byCode(kindLists.naeringsinntekt),
  ukjent: new Map(),
};
const spellings = new Map(
  Object.values(kindLists).flatMap((codes) =>
    codes.flatMap((row): [string, string][] => (row.docSpelling === undefined ? [] : [[row.docSpelling, row.code]])),
  ),
);
const otherLabels = new Map(otherLists.lists.map((list) => [list.element, byCode(list.codes)]));

/** The code as our lists spell it: two codes are misspelt in Skatteetaten's own table and may arrive either way (skatteetaten-apis.md 4.5). */
export const canonicalCode = (code: string): string => spellings.get(code) ?? code;

/** The bokmål text of an income code. The key is kind + code: the same code occurs under several kinds. null = in no list: show the code. */
export const incomeCodeLabel = (kind: IncomeKind, code: string): string | null => incomeLabels[kind].get(code) ?? null;

/** The bokmål text of `fordel`, or null. */
export const fordelLabel = (code: string): string | null => otherLabels.get('fordel')?.get(code) ?? null;

/** The bokmål text of a code under `forskuddstrekk` or `fradrag` of an oppgave, or null. */
export const sideAmountLabel = (list: 'forskuddstrekk' | 'fradrag', code: string): string | null =>
  otherLabels.get(`${list}.beskrivelse`)?.get(code) ?? null;

/** What the year lists say about a name: its kategori and bokmål text, each null where no list gives one. */
interface TaxName {
  readonly kategori: string | null;
  readonly label: string | null;
}

/**
 * The lists of the income years 2022, 2023 and 2024 as one: names come and go, but none changes its meaning from year to year (tested), so
 * a list speaks for the others where they leave a cell blank, and for years we have no list of. The two names announced for 2025
 * (skatteetaten-apis.md 5.5) came without display text.
 */
const taxNames = new Map<string, TaxName>([
  ['livsvarigAvtalefestetPensjonIOffentligSektor', { kategori: 'inntekt', label: null }],
  ['ungdomsprogramytelse', { kategori: 'inntekt', label: null }],
]);
for (const row of [list2022, list2023, list2024].flatMap((list) => list.grunnlag)) {
  const before = taxNames.get(row.tekniskNavn);
  taxNames.set(row.tekniskNavn, {
    kategori: row.kategori ?? before?.kategori ?? null,
    label: row.label ?? before?.label ?? null,
  });
}

/** What we know about a `tekniskNavn` of Summert skattegrunnlag; null = it is in no list. */
export const taxName = (name: string): TaxName | null => taxNames.get(name) ?? null;
