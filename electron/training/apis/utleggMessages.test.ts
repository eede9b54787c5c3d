import { expect, test } from 'vitest';
import type { z } from 'zod';
import { contract } from '../../utleggsdatabasen/contractViolations.ts';
import { type Json, resolve, violations } from '../../utleggsdatabasen/schemaViolations.ts';
import { Avslutning, Beslutning, Endring, Registrering } from './utleggMessages.ts';

/** The message of an example with something else at a place; undefined takes it away. */
function changed(value: unknown, path: readonly string[], to: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return to;
  if (Array.isArray(value)) return value.map((one, index) => (String(index) === name ? changed(one, rest, to) : one));
  const { [name]: member, ...others } = value as Json;
  const replaced = changed(member, rest, to);
  return replaced === undefined ? others : { ...others, [name]: replaced };
}

/** The path of every member and element. */
const pathsIn = (value: unknown): string[][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, member]) => [[name], ...pathsIn(member).map((path) => [name, ...path])])
    : [];

const REPLACEMENTS = [undefined, null, 'x', '', 'x'.repeat(2001), 0, -1, 100.5, true, {}, [], { ukjent: 1 }];

/** What the contract's schema refuses and the rules of utleggsdatabasen.md 8 have a name for. */
const LEFT_TO_THE_RULES =
  /^(\/krav: has fewer than 1|.*\/(beloep|trekkbeloep): is less than 0|.*\/trekkprosent: is (not more|more) than \d+|\/trekkstoerrelseForPeriode\/\d+: fits [02] of 2|\/trekkstoerrelseForPeriode\/\d+\/trekk(beloep|prosent): is missing)$/;

const components = contract.components as Record<string, Json>;
const schema = (name: string): Json => resolve(contract, { $ref: `#/components/schemas/${name}` });

test.each<[string, string, z.ZodType]>([
  ['RegistrerUtleggstrekk', 'RegistrerUtleggstrekkEiendomsskatt', Registrering],
  ['EndreUtleggstrekk', 'EndreUtleggstrekkRedusert', Endring],
  ['AvsluttUtleggstrekk', 'AvsluttUtleggstrekkInnfridd', Avslutning],
  ['BeslutningOmUtleggstrekkFraKommune', 'BeslutningEiendomsskatt', Beslutning],
])('%s: what the contract takes is taken, and what it refuses is refused, here or by a rule', (name, example, form) => {
  const { value } = (components.examples as Record<string, Json>)[example] ?? {};
  expect([violations(contract, schema(name), value), form.safeParse(value).success]).toEqual([[], true]);
  const messages = pathsIn(value).flatMap((path) => REPLACEMENTS.map((to) => changed(value, path, to)));
  const strange: unknown[] = [];
  for (const message of messages) {
    const refused = violations(contract, schema(name), message).filter((reason) => !LEFT_TO_THE_RULES.test(reason));
    if (form.safeParse(message).success !== (refused.length === 0)) strange.push([refused, message]);
  }
  expect(messages.length).toBeGreaterThan(30);
  expect(strange.slice(0, 3)).toEqual([]);
});
