import { z } from 'zod';
import { fail, ok, type Result } from '../result.ts';
import { HousingRule } from './housingRule.ts';

const FORMAT = 'saksbord-boligregler';
const FORMAT_VERSION = 1;

const RuleFile = z.object({ rules: z.array(HousingRule).min(1) });
const Envelope = z.object({ format: z.literal(FORMAT), formatVersion: z.int() });

/** What is wrong in a rule file, and in which field (`rules[0].incomeLimit.rows[2].thousandths`); the field is empty for the file as a whole. */
export interface RuleFileProblem {
  readonly field: string;
  readonly code: 'not-json' | 'not-a-rule-file' | 'newer-format' | 'bad-value' | 'repeated-version';
}

/** The text of a rule file, JSON for people to read: for another workstation, another municipality or a lawyer. */
export const ruleFile = (rules: readonly HousingRule[]): string =>
  `${JSON.stringify({ format: FORMAT, formatVersion: FORMAT_VERSION, rules }, null, 2)}\n`;

/**
 * Reads a rule file. The versions come back as drafts: a file is only text, so an approval in it counts for nothing and is given again here.
 * Unknown fields are left out; everything wrong is reported at once.
 */
export function parseRuleFile(text: string): Result<HousingRule[], RuleFileProblem[]> {
  const json = readJson(text);
  if (!json.ok) return fail([{ field: '', code: 'not-json' }]);
  const envelope = Envelope.safeParse(json.value);
  if (!envelope.success) return fail([{ field: '', code: 'not-a-rule-file' }]);
  if (envelope.data.formatVersion !== FORMAT_VERSION) return fail([{ field: 'formatVersion', code: 'newer-format' }]);
  const file = RuleFile.safeParse(json.value);
  if (!file.success) {
    return fail(file.error.issues.map((issue) => ({ field: fieldName(issue.path), code: 'bad-value' })));
  }
  const { rules } = file.data;
  const repeated = rules.flatMap((rule, index): RuleFileProblem[] =>
    rules.slice(0, index).some((earlier) => earlier.ruleId === rule.ruleId && earlier.version === rule.version)
      ? [{ field: `rules[${index}].version`, code: 'repeated-version' }]
      : [],
  );
  return repeated.length > 0
    ? fail(repeated)
    : ok(rules.map((rule) => ({ ...rule, approvedBy: null, approvedAt: null })));
}

/** Editors on Windows put a byte order mark first; JSON has none. */
function readJson(text: string): Result<unknown, 'not-json'> {
  try {
    return ok(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return fail('not-json');
  }
}

const fieldName = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .slice(1);
