import { describe, expect, test } from 'vitest';
import { contract, requestViolations, responseViolations } from './contractViolations.ts';
import { isObject, type Json, resolve, violations } from './schemaViolations.ts';

const schemaOf = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const example = (name: string): Json => {
  const { value } = resolve(contract, { $ref: `#/components/examples/${name}` });
  if (!isObject(value)) throw new Error(`the example ${name} has no value`);
  return value;
};

describe('the contract itself', () => {
  test.each([
    ['UtleggOversiktUtenTreff', 'UtleggOversikt'],
    ['UtleggOversiktMedTreff', 'UtleggOversikt'],
    ['RegistrerUtleggstrekkEiendomsskatt', 'RegistrerUtleggstrekk'],
    ['EndreUtleggstrekkRedusert', 'EndreUtleggstrekk'],
    ['AvsluttUtleggstrekkInnfridd', 'AvsluttUtleggstrekk'],
    ['BeslutningEiendomsskatt', 'BeslutningOmUtleggstrekkFraKommune'],
  ])('its example %s fits %s, and fits no longer when a required member is gone', (name, schema) => {
    const value = example(name);
    expect(violations(contract, schemaOf(schema), value)).toEqual([]);
    const required = resolve(contract, schemaOf(schema)).required as string[];
    for (const member of required) {
      const { [member]: _, ...rest } = value;
      expect(violations(contract, schemaOf(schema), rest)).toEqual([`/${member}: is missing`]);
    }
  });

  test('every schema is made of keywords that are checked, and every reference points at something', () => {
    const schemas = resolve(contract, { $ref: '#/components/schemas' });
    // an object with every name there is makes each property be looked at
    for (const name of Object.keys(schemas))
      expect(() => violations(contract, schemaOf(name), probe(name))).not.toThrow();
  });
});

/** A value that has each property of the schema, all of them wrong. */
const probe = (name: string): unknown => {
  const { properties, items } = resolve(contract, schemaOf(name));
  if (items) return [null];
  return isObject(properties) ? Object.fromEntries(Object.keys(properties).map((key) => [key, null])) : null;
};

describe('what is found', () => {
  const period = { startdato: '2026-12-15', trekkbeloep: { trekkbeloep: 1_800 } };
  const found = (change: object): string[] =>
    violations(contract, schemaOf('TrekkstoerrelseForPeriode'), { ...period, ...change });

  test.each([
    ['nothing', {}, []],
    ['both sizes', { trekkprosent: { trekkprosent: 5 } }, [': fits 2 of 2']],
    ['a date that is none', { startdato: '2026-13-01' }, ['/startdato: has not the format "date"']],
    ['a negative amount', { trekkbeloep: { trekkbeloep: -1 } }, ['/trekkbeloep/trekkbeloep: is less than 0']],
    ['an amount as text', { trekkbeloep: { trekkbeloep: '1800' } }, ['/trekkbeloep/trekkbeloep: not of type number']],
    ['another member', { valuta: 'NOK' }, ['/valuta: unknown']],
  ])('%s', (_, change, expected) => {
    expect(found(change)).toEqual(expected);
  });

  test('an unknown keyword is not passed over', () => {
    expect(() => violations({}, { uniqueItems: true }, [])).toThrow('uniqueItems');
  });
});

describe('an exchange', () => {
  const ID = '5c0d7a52-3a54-4f0a-9a1c-0c7f5d0b8a11';
  const url = '/saernamsmann/personer/14927590078/utlegg';
  const good = {
    method: 'GET',
    url,
    requestHeaders: { korrelasjonsid: ID },
    requestBody: null,
    status: 200,
    responseHeaders: { korrelasjonsid: ID, 'content-type': 'application/json' },
    responseBody: example('UtleggOversiktMedTreff'),
  };

  test('that keeps the contract', () => {
    expect([requestViolations(good), responseViolations(good)]).toEqual([[], []]);
  });

  test.each([
    ['no Korrelasjonsid', { requestHeaders: {} }, ['header Korrelasjonsid: is missing']],
    [
      'a Korrelasjonsid that is no UUID',
      { requestHeaders: { korrelasjonsid: '1' } },
      ['header Korrelasjonsid: has not the format "uuid"'],
    ],
    ['ten digits', { url: url.replace('4', '') }, ['path personidentifikator: does not match "^[0-9]{11}$"']],
    ['an unknown parameter', { url: `${url}?avsluttede=true` }, ['query avsluttede: unknown']],
    [
      'a boolean that is none',
      { url: `${url}?inkluderAvsluttede=ja` },
      ['query inkluderAvsluttede: not of type boolean'],
    ],
    ['a kind that is none', { url: `${url}?utleggstype=PANT` }, ['query utleggstype: is none of ["UTT","ITU"]']],
    ['a body', { requestBody: {} }, ['request body: none is expected']],
    ['another address', { url: '/personer' }, ['the contract has no such operation']],
  ])('a request with %s', (_, change, expected) => {
    expect(requestViolations({ ...good, ...change })).toEqual(expected);
  });

  test.each([
    ['a status it does not know', { status: 404 }, ['status 404 is not in the contract']],
    [
      'no Korrelasjonsid',
      { responseHeaders: { 'content-type': 'application/json' } },
      ['header Korrelasjonsid: is missing'],
    ],
    ['text', { responseHeaders: { korrelasjonsid: ID } }, ['response body: not declared as JSON']],
    [
      'another body',
      { responseBody: { ...good.responseBody, antallUTT: -1 } },
      ['response body/antallUTT: is less than 0'],
    ],
  ])('an answer with %s', (_, change, expected) => {
    expect(responseViolations({ ...good, ...change })).toEqual(expected);
  });
});
