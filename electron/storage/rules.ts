import { HousingRule } from '../../shared/rules/housingRule.ts';
import type { ReadableDb, WritableDb } from './Store.ts';

export interface RulesTable {
  ruleId: string;
  version: number;
  /** JSON of HousingRule. */
  rule: string;
}

/** A rule version, and whether a vedtaksgrunnlag rests on it. */
export interface StoredRule {
  readonly rule: HousingRule;
  readonly used: boolean;
}

/** Every version of every rule, by id, the newest version first. */
export async function readRules(db: ReadableDb): Promise<StoredRule[]> {
  const rows = await rulesWithUse(db).orderBy('ruleId').orderBy('version', 'desc').execute();
  return rows.map(toStoredRule);
}

/** One version; undefined when there is none. */
export async function readRule(db: ReadableDb, ruleId: string, version: number): Promise<StoredRule | undefined> {
  const row = await rulesWithUse(db).where('ruleId', '=', ruleId).where('version', '=', version).executeTakeFirst();
  return row && toStoredRule(row);
}

/** Adds or replaces a version. Whether it may be replaced is for the caller to know. */
export async function putRule(db: WritableDb, rule: HousingRule): Promise<void> {
  const { ruleId, version } = rule;
  const json = JSON.stringify(rule);
  await db
    .insertInto('rules')
    .values({ ruleId, version, rule: json })
    .onConflict((conflict) => conflict.columns(['ruleId', 'version']).doUpdateSet({ rule: json }))
    .execute();
}

/** Removes a version. The database refuses one that a document rests on. */
export async function deleteRule(db: WritableDb, ruleId: string, version: number): Promise<void> {
  await db.deleteFrom('rules').where('ruleId', '=', ruleId).where('version', '=', version).execute();
}

const rulesWithUse = (db: ReadableDb) =>
  db
    .selectFrom('rules')
    .select('rule')
    .select((column) =>
      column
        .selectFrom('documents')
        .whereRef('documents.ruleId', '=', 'rules.ruleId')
        .whereRef('documents.ruleVersion', '=', 'rules.version')
        .select((document) => document.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('uses'),
    );

const toStoredRule = (row: { readonly rule: string; readonly uses: number }): StoredRule => ({
  rule: HousingRule.parse(JSON.parse(row.rule)),
  used: row.uses > 0,
});
