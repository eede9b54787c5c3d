import { describe, expect, it } from 'vitest';
import type { ActContent } from '../../../../shared/utlegg/trekk.ts';
import { zDate, zOere } from '../../../../shared/values.ts';
import { actValues, nextPeriod, readAct } from './actForm.ts';
import { emptyClaim, withoutClaim, withReference } from './claimRows.ts';

const date = (text: string) => zDate.parse(text);
const oere = (amount: number) => zOere.parse(amount);

const claim = {
  reference: 'ES-1',
  type: 'eiendomsskatt',
  detail: 'Hovedkrav',
  description: '',
  due: date('2026-05-20'),
  original: oere(980_000),
  remaining: oere(912_345),
  letter: 'd',
  order: 1,
  relatedTo: [],
} as const;

const registrer: ActContent = {
  kind: 'registrer',
  content: {
    reference: '2026/1',
    decisionDate: date('2026-11-20'),
    noticeDate: null,
    waiting: false,
    samordning: null,
    payer: { organisationNumber: '974761076', name: 'Bakeriet', pays: 'loenn' },
    periods: [
      { from: date('2026-12-01'), to: date('2027-06-30'), amount: oere(340_000), percent: null },
      { from: date('2027-07-01'), to: null, amount: null, percent: 1255 },
    ],
    claims: [{ ...claim, relatedTo: [] }],
    payment: { account: '42131961426', kid: '' },
  },
};

const beslutning: ActContent = {
  kind: 'beslutning',
  content: {
    reference: '2026/2',
    decisionDate: date('2026-11-20'),
    earlierDecisionDate: date('2025-03-10'),
    signedBy: 'Ivar Innkrever',
    contact: { email: 'post@fjellvik.kommune.no', phone: '' },
    address: { kind: 'adresse', text: 'Gata 1', postalCode: '5003', city: 'Bergen' },
    district: { name: 'Vest', reason: 'Flyttet' },
    payment: { account: '42131961426', kid: '' },
    claims: [
      {
        ...claim,
        relatedTo: [],
        payments: [{ on: date('2026-06-01'), amount: oere(67_655) }],
        interestPeriod: null,
        bearsInterest: { order: 2 },
      },
      {
        ...claim,
        reference: 'ES-1-R',
        detail: 'Rentekrav',
        due: null,
        relatedTo: ['ES-1'],
        payments: [],
        interestPeriod: { from: date('2026-05-21'), to: date('2026-11-20') },
        bearsInterest: null,
      },
    ],
    document: { uuid: 'u', fileName: 'beslutning.pdf', sha256: 'a', bytes: 10 },
  },
};

const endre: ActContent = {
  kind: 'endre',
  content: { ...registrer.content, reason: 'klage', date: date('2026-12-01'), explanation: 'Klage tatt til følge' },
};
const avslutt: ActContent = {
  kind: 'avslutt',
  content: { reason: 'innfridd', lastDay: date('2026-11-22'), explanation: '', transferredTo: null },
};

const values = (what: ActContent) => actValues(what, { debtorName: 'Fri Bane' }, {});

describe('the form of an act', () => {
  it.each([registrer, beslutning, avslutt])('shows an act and reads it again unchanged: $kind', (what) => {
    expect(readAct(values(what), what)).toEqual({ what, misread: [] });
  });

  it('a change is the changeable part alone', () => {
    const { what } = readAct(values(endre), endre);
    expect(what.content).not.toHaveProperty('decisionDate');
    expect(what.content).toMatchObject({ reason: 'klage', claims: [{ remaining: 912_345 }] });
  });

  it('what can’t be read is named by its place, and nothing else is', () => {
    const typed = values(registrer);
    const { misread } = readAct(
      {
        ...typed,
        decisionDate: '',
        noticeDate: 'i går',
        periods: [{ id: '0', from: '31.02.2027', to: '', kind: 'percent', size: 'ti' }],
        claims: [{ ...emptyClaim, id: '0', original: '', remaining: '10', order: 'a' }],
      },
      registrer,
    );
    expect(misread).toEqual([
      { field: 'periods.0.percent', should: 'percent' },
      { field: 'periods.0.from', should: 'date' },
      { field: 'claims.0.original', should: 'amount' },
      { field: 'claims.0.order', should: 'order' },
      { field: 'decisionDate', should: 'date' },
      { field: 'noticeDate', should: 'date' },
    ]);
  });

  it('an empty size is no size: the rules say what is missing, never zero', () => {
    const typed = {
      ...values(registrer),
      periods: [{ id: '0', from: '', to: '', kind: 'amount' as const, size: ' ' }],
    };
    const { what, misread } = readAct(typed, registrer);
    expect(misread).toEqual([]);
    expect(what.content).toMatchObject({ periods: [{ from: null, to: null, amount: null, percent: null }] });
  });

  it('numbers are kept without the spaces and dots they are read with', () => {
    const typed = { ...values(registrer), account: '4213.19.61426', kid: '12 34' };
    expect(readAct(typed, registrer).what.content).toMatchObject({ payment: { account: '42131961426', kid: '1234' } });
  });

  it('a principal carries no interest period, and interest bears none', () => {
    const typed = values(beslutning);
    const swapped = typed.claims.map((row) => ({ ...row, detail: 'UtenrettsligeKostnader' as const }));
    const { what } = readAct({ ...typed, claims: swapped }, beslutning);
    expect(
      what.kind === 'beslutning' && what.content.claims.map((one) => [one.interestPeriod, one.bearsInterest]),
    ).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('half an interest period is no period', () => {
    const typed = values(beslutning);
    const half = typed.claims.map((row) => ({ ...row, interestTo: '' }));
    expect(readAct({ ...typed, claims: half }, beslutning).misread).toEqual([
      { field: 'claims.1.interestPeriod', should: 'interest-period' },
    ]);
  });
});

describe('rows', () => {
  it('a new period begins the day after the last', () => {
    expect(nextPeriod([{ id: '0', from: '2026-12-01', to: '2027-02-28', kind: 'percent', size: '10' }], 'new')).toEqual(
      {
        id: 'new',
        from: '2027-03-01',
        to: '',
        kind: 'percent',
        size: '10',
      },
    );
    expect(nextPeriod([], 'new')).toEqual({ id: 'new', from: '', to: '', kind: 'amount', size: '' });
  });

  const rows = [
    { ...emptyClaim, id: '0', reference: 'A' },
    { ...emptyClaim, id: '1', reference: 'A-R', relatedTo: ['A'] },
    { ...emptyClaim, id: '2', reference: 'B' },
  ];

  it('what belongs to a claim follows its reference, and belongs to nothing when it is gone', () => {
    expect(withReference(rows, 0, 'A2').map(({ reference, relatedTo }) => [reference, ...relatedTo])).toEqual([
      ['A2'],
      ['A-R', 'A2'],
      ['B'],
    ]);
    expect(withoutClaim(rows, 0).map(({ reference, relatedTo }) => [reference, ...relatedTo])).toEqual([
      ['A-R'],
      ['B'],
    ]);
  });

  it('a new claim without a reference takes nobody’s relations', () => {
    expect(
      withReference(
        [
          { ...emptyClaim, id: '0' },
          { ...emptyClaim, id: '1', relatedTo: [''] },
        ],
        0,
        'N',
      )[1]?.relatedTo,
    ).toEqual(['']);
  });
});
