import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { authorityHosts } from '../shared/guide/authorityHosts.ts';
import { exampleAt, policyExample } from '../shared/guide/policyExample.ts';
import { textIn } from '../shared/text/text.ts';
import type { Diagnosis } from './diagnose.ts';
import { MachinePolicy } from './policy/policy.ts';
import { addressList, compiledIn } from './skatteetaten/endpoints.ts';

/** As much of JSON Schema as the policy's schema turns into. */
interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly propertyNames?: { readonly enum: readonly string[] };
  readonly additionalProperties?: Schema | boolean;
  readonly oneOf?: readonly Schema[];
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly maxLength?: number;
}

interface Field {
  readonly required: boolean;
  /** What the guide must mention: every word that may stand there, and how long it may be. */
  readonly mentions: readonly string[];
}

/** Every field of the schema by its place; a star stands for any name in a record. */
function fieldsOf(schema: Schema, place = ''): Map<string, Field> {
  const fields = new Map<string, Field>();
  const add = (name: string, required: boolean, inner: Schema): void => {
    const path = place + name;
    const words = [...(inner.enum ?? []), ...(inner.const ? [inner.const] : [])];
    const mentions = [...words, ...(inner.maxLength ? [String(inner.maxLength)] : [])];
    const before = fields.get(path);
    fields.set(path, { required, mentions: [...(before?.mentions ?? []), ...mentions] });
    for (const [at, field] of fieldsOf(inner, `${path}.`)) fields.set(at, field);
  };
  const variants = schema.oneOf ?? [schema];
  for (const { properties = {} } of variants) {
    for (const [name, inner] of Object.entries(properties)) {
      add(
        name,
        variants.every(({ required = [] }) => required.includes(name)),
        inner,
      );
    }
  }
  for (const name of schema.propertyNames?.enum ?? []) add(name, false, {});
  if (typeof schema.additionalProperties === 'object') {
    for (const [at, field] of fieldsOf(schema.additionalProperties, `${place}*.`)) fields.set(at, field);
  }
  return fields;
}

describe.each(['nb', 'nn'] as const)("IT's guide (%s) and the policy the program reads", (language) => {
  const fields = fieldsOf(z.toJSONSchema(MachinePolicy, { io: 'input' }) as Schema);
  const told: Readonly<Record<string, { meaning: string; leftOut: string | null }>> =
    textIn(language).guide.policy.fields;

  it('tells of every field there is, and of no other', () => {
    expect(fields.size).toBeGreaterThan(10);
    expect(Object.keys(told).toSorted()).toEqual([...fields.keys()].toSorted());
  });

  it('tells which must be there, and every word that may stand in them', () => {
    for (const [place, { required, mentions }] of fields) {
      expect(told[place]?.leftOut === null, place).toBe(required);
      for (const word of mentions) expect(told[place]?.meaning, place).toContain(word);
    }
  });

  it('tells what happens without updates', () => {
    const { updates } = MachinePolicy.parse({ environment: 'test', municipality: 'Fjellvik', roles: {} });
    expect(told.updates?.leftOut).toContain(`\`${updates.mode}\``);
  });

  it('has an example of each, and the program takes it', () => {
    for (const place of fields.keys()) expect(exampleAt(place), place).not.toBe('');
    expect(MachinePolicy.safeParse(JSON.parse(policyExample)).success).toBe(true);
  });
});

it('the example that packages bring is the guide’s', () => {
  const file = new URL('../build/installer/linux/policy.example.json', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(policyExample);
});

it.each(['production', 'test'] as const)(
  'the firewall is told of every server in %s, and of no other',
  (environment) => {
    const asked = new Set(addressList(compiledIn[environment]).map((address) => new URL(address).hostname));
    expect([...authorityHosts[environment]].toSorted()).toEqual([...asked].toSorted());
  },
);

it('explains every line of a diagnosis', () => {
  // The type is the test: a line that is new, or gone, does not compile.
  const explained = textIn('nb').guide.diagnosis satisfies Record<keyof Diagnosis, string>;
  expect(Object.values(explained)).not.toContain('');
});
