import { describe, expect, test } from 'vitest';
import type { Instant } from '../dates.ts';
import { oere } from '../money.ts';
import { nb } from '../text/nb.ts';
import { nn } from '../text/nn.ts';
import { type ExportRow, exportColumns, exportTable, remarks } from './exportTable.ts';
import { readCsv } from './readCsv.ts';
import { readPurpose } from './readPurpose.ts';
import { writeCsv } from './writeCsv.ts';

const row = (changes: Partial<ExportRow> = {}): ExportRow => ({
  position: 1,
  line: 2,
  caseNumber: '2026/12',
  person: '068829 *****',
  nationalId: '06882949409' as NonNullable<ExportRow['nationalId']>,
  written: '',
  repaired: null,
  purpose: 'utleggstrekk',
  purposeWritten: 'trekk',
  problems: [],
  sameAs: null,
  state: 'answered',
  questions: [],
  answeredAt: '2026-11-21T23:30:00.000Z' as Instant,
  result: {
    gross: oere(40_000_50),
    net: oere(-500_00),
    payers: 2,
    mainPayer: '811094242',
    mainPayerName: '=FJORD & CO',
    taxYear: 2025,
    assets: 0,
    newRules: false,
    runningTrekk: 1,
  },
  caseId: null,
  ...changes,
});

test('every column, for a Norwegian spreadsheet; nothing that is not known is a zero', () => {
  const nothing = row({
    state: 'unasked',
    answeredAt: null,
    result: {
      ...row().result,
      gross: null,
      net: null,
      payers: null,
      mainPayer: null,
      mainPayerName: null,
      taxYear: null,
    },
  });
  const table = exportTable([row(), nothing], exportColumns, nb);
  expect(table.headings).toHaveLength(exportColumns.length);
  const [, first, second] = readCsv(writeCsv(table).slice(1), ';');
  expect(first?.cells).toEqual([
    ...['2', '2026/12', '06882949409', 'Utleggstrekk', 'hentet', ''],
    ...['40000,50', '-500,00', '2', '811094242', "'=FJORD & CO", '2025', '0', 'gamle', '1', '22.11.2026'],
  ]);
  expect(second?.cells.slice(4)).toEqual(['ikke slått opp', '', '', '', '', '', '', '', '0', 'gamle', '1', '']);
});

test('only the chosen columns, in their own order', () => {
  expect(exportTable([row()], ['net', 'caseNumber'], nn)).toEqual({
    headings: ['Saksnummer', 'Netto per månad'],
    rows: [
      [
        { kind: 'text', text: '2026/12' },
        { kind: 'amount', oere: -500_00 },
      ],
    ],
  });
});

test('what a file says the purpose is can be read in again, in both målformer', () => {
  for (const text of [nb, nn]) {
    for (const purpose of ['utleggstrekk', 'pantEllerTrekk', 'regulering', 'veiledning'] as const) {
      expect(readPurpose(text.collection.purposes[purpose])).toBe(purpose);
    }
  }
});

describe('remarks', () => {
  test('why a row can not be used', () => {
    expect(remarks(row({ problems: ['missing-case-number', 'lost-zero'] }), nb)).toEqual([
      'Saksnummeret mangler.',
      'Regnearket har fjernet nullen foran.',
    ]);
    expect(remarks(row({ problems: ['duplicate'], sameAs: 7 }), nb)).toEqual([
      'Samme skyldner i samme sak som linje 7.',
    ]);
  });

  test('every answer that is not just an answer, by its source, with what support asks for', () => {
    const asked = (source: 'inntekt' | 'utlegg', state: 'delivered' | 'shielded' | 'waiting') =>
      ({ source, state, errorCode: null, reference: 'r' }) as const;
    const failed = { source: 'utlegg', state: 'failed', errorCode: 'net-timeout', reference: 'ab-12' } as const;
    expect(remarks(row({ questions: [asked('inntekt', 'delivered'), asked('utlegg', 'waiting')] }), nb)).toEqual([]);
    const [shielded, why] = remarks(row({ questions: [asked('inntekt', 'shielded'), failed] }), nb);
    expect(shielded).toBe('Inntekt per måned: skjermet.');
    expect(why).toMatch(/^Trekk som finnes: .+ Referanse: ab-12\.$/);
  });
});
