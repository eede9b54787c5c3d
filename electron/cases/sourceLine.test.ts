import { expect, it } from 'vitest';
import { failure } from '../../shared/ipc/errors.ts';
import { fail } from '../../shared/result.ts';
import { value } from '../storage/testKit.ts';
import { fetchInformation } from './fetchInformation.ts';
import { sourceLine } from './sourceLine.ts';
import {
  anna,
  caseWith,
  delivered,
  fakeRegisters,
  forgetExpired,
  incomeReply,
  member,
  openDesk,
  seen,
  wanted,
} from './testKit.ts';

async function fetched(registers = fakeRegisters()) {
  const desk = await openDesk();
  const made = await caseWith(desk, member(anna));
  const ports = { ...desk, registers, notify: () => {} };
  const input = { ...seen(made), ...wanted, years: [] };
  const caseFile = value(await fetchInformation(ports, input, new AbortController().signal));
  const line = (source: string, ref: string, caseId = made.id) => {
    const lookupId = caseFile.lookups.find((one) => one.source === source)?.id ?? '';
    return sourceLine(desk, { caseId, trace: { kind: 'lookup', lookupId, ref } });
  };
  return { desk, line };
}

const byName = (fields: readonly { name: string; value: string }[]) =>
  Object.fromEntries(fields.map((field) => [field.name, field.value]));

it('gives an income line as delivered, with what its oppgave says, in the order of the register', async () => {
  const { line } = await fetched();
  expect(value(await line('inntekt', '1.1'))).toEqual({
    source: 'inntekt',
    environment: 'training',
    fetchedAt: '2026-11-21T09:00:00.000Z',
    reference: '5b0f5c1e-7a3e-4f0d-9d0a-3f1c2a6b7e90',
    period: '2025-11–2026-10',
    fields: [
      { name: 'kalendermaaned', value: '2026-10' },
      { name: 'opplysningspliktigId', value: '811094242' },
      { name: 'virksomhetId', value: '991825827' },
      { name: 'beloep', value: '100.5' },
      { name: 'fordel', value: 'kontantytelse' },
      { name: 'loennsinntekt.beskrivelse', value: 'bonus' },
      { name: 'ukjentFelt.dypt', value: 'true' },
    ],
  });
  expect(byName(value(await line('inntekt', '0.forskuddstrekk.0')).fields)).toMatchObject({
    kalendermaaned: '2026-09',
    beskrivelse: 'forskuddstrekk',
    beloep: '-9000',
  });
});

it('gives a tax post with its specification, and one specification alone', async () => {
  const { line } = await fetched();
  expect(byName(value(await line('skattegrunnlag', 'fastland.1')).fields)).toEqual({
    tekniskNavn: 'innskudd',
    beloep: '12000',
    kategori: 'formue',
    'spesifisering.0.type': 'Konto',
    'spesifisering.0.bankensNavn': 'Banken',
    'spesifisering.0.innskudd': '12000',
  });
  expect(byName(value(await line('skattegrunnlag', 'fastland.1.0')).fields)).toEqual({
    type: 'Konto',
    bankensNavn: 'Banken',
    innskudd: '12000',
  });
  expect(value(await line('skattegrunnlag', 'fastland.0')).period).toBe('2025');
  expect(byName(value(await line('sisteSkatteoppgjoer', '')).fields)).toEqual({ sisteTilgjengeligePeriode: '2025' });
});

it('gives what was read from the answer when the answer itself is forgotten', async () => {
  const { desk, line } = await fetched();
  desk.setNow('2027-06-01T09:00:00.000Z');
  value(await forgetExpired(desk));
  expect(byName(value(await line('inntekt', '1.1')).fields)).toMatchObject({
    month: '2026-10',
    payerId: '811094242',
    code: 'bonus',
    amount: '10050',
  });
  expect(byName(value(await line('skattegrunnlag', 'fastland.1.0')).fields)).toMatchObject({ type: 'Konto' });
});

it('masks the number of a private employer', async () => {
  const reply = incomeReply(1000);
  const raw = 'raw' in reply ? reply.raw.replaceAll('811094242', '03870349520') : '';
  const { line } = await fetched(fakeRegisters({ income: async () => ({ ...reply, raw }) as typeof reply }));
  const { fields } = value(await line('inntekt', '0.0'));
  expect(byName(fields).opplysningspliktigId).toBe('038703 *****');
  expect(JSON.stringify(fields)).not.toContain(anna);
});

it.each(['9.9', '0', '', '0.constructor.0', '__proto__.0', 'fastland.99', '0.inntektsmottaker.personidentifikator'])(
  'knows no line «%s»',
  async (ref) => {
    const { line } = await fetched();
    expect(await line('inntekt', ref)).toEqual(fail(failure('not-found')));
    expect(await line('skattegrunnlag', ref)).toEqual(fail(failure('not-found')));
  },
);

it('reads no lookup through another case, and none for a post entered by hand', async () => {
  const { desk, line } = await fetched(
    fakeRegisters({
      income: async () =>
        delivered({ entries: [], withholding: [], deductions: [], shielded: false, unread: [] }, '{}'),
    }),
  );
  const other = await caseWith(desk, member(anna));
  expect(await line('skattegrunnlag', 'fastland.0', other.id)).toEqual(fail(failure('not-found')));
  expect(await sourceLine(desk, { caseId: other.id, trace: { kind: 'manual', memberId: 'm', postId: 'p' } })).toEqual(
    fail(failure('not-found')),
  );
});
