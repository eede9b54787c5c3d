import type { Violation } from '../utlegg/trekk.ts';
import type { Text } from './text.ts';

/** A broken rule in one sentence: ours where we know the code, else the authority's own words, else the code itself. */
export function violationSentence(
  { trekkRules }: Text,
  { code, level, text }: Pick<Violation, 'code' | 'level' | 'text'>,
): string {
  const sentences: Readonly<Record<string, string>> =
    level === 'warning' ? { ...trekkRules.violations, ...trekkRules.warnings } : trekkRules.violations;
  return sentences[code] ?? text ?? trekkRules.unknownViolation(code);
}
