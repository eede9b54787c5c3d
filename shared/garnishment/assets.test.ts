import { expect, it } from 'vitest';
import type { Lookup } from '../income/model.ts';
import { kroner } from '../money.ts';
import { assetsOf } from './assets.ts';
import { date, taxed } from './debtor.fixture.ts';

const on = date('2026-11-23');
const of = (...lookups: Lookup[]) => assetsOf(lookups, on);
const post = (tekniskNavn: string, kategori: string, ...spesifisering: object[]) => ({
  tekniskNavn,
  kategori,
  beloep: 1,
  spesifisering,
});
const account = (more: object) => ({
  type: 'Konto',
  bankensNavn: 'STILLE FJELL SPAREBANK',
  kontonummer: '99990501234',
  ...more,
});
const items = (...posts: object[]) => of(taxed(2025, posts)).assets.items.map(({ kind, value }) => [kind, value]);

it('reads what stands under the posts, as at the end of the year', () => {
  const { assets } = of(
    taxed(2025, [
      post('innskudd', 'formue', account({ innskudd: 48_210 })),
      post('formuesverdiForKjoeretoey', 'formue', {
        type: 'Kjoeretoey',
        registreringsnummer: 'AB12345',
        formuesverdi: 90_000,
      }),
      post('samletLoennsinntektMedTrygdeavgiftspliktOgMedTrekkplikt', 'inntekt', {
        type: 'LoennOgTilsvarendeYtelser',
        beloep: 400_000,
      }),
    ]),
  );
  expect(assets).toMatchObject({
    state: 'delivered',
    year: 2025,
    asAt: '2025-12-31',
    items: [
      { kind: 'bankAccount', value: kroner(48_210), traces: [{ lookupId: 'skatt', ref: 'fastland.0.0' }] },
      { kind: 'vehicle', value: kroner(90_000) },
    ],
  });
});

it.each([
  [
    'market value before tax value',
    { type: 'Kjoeretoey', antattMarkedsverdi: 120_000, formuesverdi: 90_000 },
    [['vehicle', kroner(120_000)]],
  ],
  [
    'shares and money of one account',
    {
      type: 'Aksjesparekonto',
      kontonummer: '1',
      verdiFoerVerdsettingsrabattForAksjedel: 10,
      formuesverdiForKontanter: 5,
    },
    [['security', kroner(15)]],
  ],
  ['an account that is a loan', account({ gjeld: 200_000 }), [['loan', kroner(200_000)]]],
  [
    'an account with money and a credit',
    account({ innskudd: 0, gjeld: 500 }),
    [
      ['bankAccount', 0],
      ['loan', kroner(500)],
    ],
  ],
  ['an account without figures', account({}), [['bankAccount', null]]],
  ['a type that is new', { type: 'Romstasjon', beloep: 7 }, [['other', null]]],
] as [string, object, unknown][])('%s', (_, specification, expected) => {
  expect(items(post('innskudd', 'formue', specification))).toEqual(expected);
});

it('a new type under a debt post is debt; under income it is none of ours', () => {
  expect(items(post('samletGjeld', 'formuesfradrag', { type: 'Romlaan' }))).toEqual([['loan', null]]);
  expect(items(post('rente', 'inntekt', { type: 'Romrente' }))).toEqual([]);
});

it('a thing under two posts comes once, with what both say and both places', () => {
  const { assets } = of(
    taxed(2025, [
      post('opptjenteRenter', 'inntekt', account({ opptjenteRenter: 310 })),
      post('innskudd', 'formue', account({ innskudd: 48_210 })),
    ]),
  );
  expect(assets.items).toHaveLength(1);
  expect(assets.items[0]).toMatchObject({
    value: kroner(48_210),
    traces: [{ ref: 'fastland.0.0' }, { ref: 'fastland.1.0' }],
  });
  expect(assets.items[0]?.fields).toContainEqual({ name: 'opptjenteRenter', value: 310 });
  expect(assets.items[0]?.fields).toContainEqual({ name: 'innskudd', value: 48_210 });
});

it('two that look alike under one post are two things', () => {
  const coin = { type: 'VirtuellEiendel', formuesverdiForVirtuellEiendel: 100 };
  expect(items(post('virtuell', 'formue', coin, coin))).toEqual([
    ['security', kroner(100)],
    ['security', kroner(100)],
  ]);
});

it.each([
  ['shielded', 'shielded', 'tax-shielded'],
  ['failed', 'failed', 'tax-failed'],
  ['nothing', 'nothing', 'tax-nothing'],
  ['withdrawn', 'nothing', 'tax-nothing'],
] as const)('%s: nothing to show is not nothing owned', (state, expected, code) => {
  const found = of(taxed(2025, [], { state, tax: null }));
  expect(found.assets).toMatchObject({ state: expected, items: [] });
  expect(found.findings).toEqual([{ level: 'warning', code }]);
});

it('the newest year that is over; partly shielded is said', () => {
  expect(of().assets).toMatchObject({ state: 'not-fetched', year: null });
  const older = taxed(2024, [post('innskudd', 'formue', account({ innskudd: 1 }))], { id: 'old' });
  const newer = taxed(2025, [post('innskudd', 'formue', account({ innskudd: 2 }))], {
    id: 'new',
    state: 'partlyShielded',
  });
  const found = of(older, newer);
  expect(found.assets).toMatchObject({ state: 'partlyShielded', year: 2025 });
  expect(found.findings).toEqual([{ level: 'warning', code: 'tax-partly-shielded' }]);
});
