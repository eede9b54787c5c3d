import { describe, expect, test } from 'vitest';
import { failure } from '../../shared/ipc/errors.ts';
import { fail, ok } from '../../shared/result.ts';
import { readDebtorCase } from '../debtors/debtorCase.ts';
import { readJournal } from '../storage/journal.ts';
import { value } from '../storage/testKit.ts';
import { acceptRepairs } from './acceptRepairs.ts';
import { correctRow } from './correctRow.ts';
import { createCases } from './createCases.ts';
import { exportBatch } from './exportBatch.ts';
import { importFile, importText } from './importList.ts';
import { listBatches } from './listBatches.ts';
import { mapColumns } from './mapColumns.ts';
import { openBatch } from './openBatch.ts';
import { readRows } from './readRows.ts';
import { removeBatch } from './removeBatch.ts';
import { imported, listOf, openBatchDesk, people, rowsOf, run, type TestDesk } from './testKit.ts';

const [anna = '', bo = '', cato = ''] = people(3);
/** One whose number begins with a zero. */
const zero = people(40).find((number) => number.startsWith('0')) ?? '';

const all = { show: 'all', text: '', sort: { column: 'line', descending: false } } as const;
const grounds = {
  legalGrounds: ['tvangsfullbyrdelsesloven-2-15' as const],
  language: 'nb' as const,
  decisionDate: '2026-11-21' as never,
};
const journalOf = async ({ store }: TestDesk) => {
  const filter = { text: '', personHash: null, roles: null, from: null, to: null, offset: 0, limit: 1000 };
  return value(await store.read(async (db) => ok(await readJournal(db, filter)))).rows;
};

describe('reading a list in', () => {
  test('everything in it is counted, and nobody is looked up', async () => {
    const desk = await openBatchDesk();
    const { counts } = await imported(
      desk,
      `Saksnr;Fnr;Formål\n2026/1;${anna};trekk\n\n2026/2;${anna};trekk\n2026/3;${Number(zero)};trekk\n2026/1;${anna};trekk\n;;\n`,
    );
    expect(counts).toEqual({
      ...{ records: 7, heading: 1, blank: 2, usable: 2, refused: 2, repairable: 1, inSeveralCases: 1 },
    });
    expect(desk.registers.asked).toEqual([]);
    expect(await journalOf(desk)).toEqual([]);
  });

  test('a file by its bytes, or why there is no list in it', async () => {
    const desk = await openBatchDesk();
    const read = (bytes: Uint8Array) => importFile({ ...desk, pickFile: async () => ok({ name: 'liste.csv', bytes }) });
    const latin = Buffer.from(`Saksnr;Fødselsnummer;Formål\n2026/1;${anna};trekk`, 'latin1');
    expect(await read(latin)).toMatchObject(
      ok({ state: 'imported', batch: { name: 'liste.csv', counts: { usable: 1 } } }),
    );
    expect(await read(Buffer.from('PK\x03\x04\x00'))).toEqual(ok({ state: 'refused', why: 'not-text' }));
    expect(await read(Buffer.from(' \n;;\n'))).toEqual(ok({ state: 'refused', why: 'empty' }));
    expect(await importFile({ ...desk, pickFile: async () => ok('too-large') })).toEqual(
      ok({ state: 'refused', why: 'too-large' }),
    );
    expect(await importFile(desk)).toEqual(ok({ state: 'cancelled' }));
    expect(value(await listBatches(desk))).toHaveLength(1);
  });

  test('the window gets no whole number that can be used, and what is wrong as it is written', async () => {
    const desk = await openBatchDesk();
    const { id, columns } = await imported(desk, `2026/1;${anna};trekk\n2026/2;${Number(zero)};trekk`);
    expect(JSON.stringify(columns)).not.toContain(anna);
    const rows = await rowsOf(desk, id);
    expect(rows).toMatchObject([
      { person: `${anna.slice(0, 6)} *****`, written: '', repaired: null },
      { person: null, written: String(Number(zero)), repaired: `${zero.slice(0, 6)} ${zero.slice(6)}` },
    ]);
    expect(JSON.stringify(rows)).not.toContain(anna);
  });
});

describe('columns', () => {
  const odd = `${anna};A-1;x\n${bo};A-2;y`;

  test('are pointed out, and remembered for the next list of the same shape, but never the purpose for all', async () => {
    const desk = await openBatchDesk();
    const { id, mapping } = await imported(desk, odd);
    expect(mapping).toMatchObject({ header: false, nationalId: 0, caseNumber: null });
    const chosen = { ...mapping, caseNumber: 1, purposeForAll: 'veiledning' as const };
    expect(value(await mapColumns(desk, { batchId: id, mapping: chosen })).counts).toMatchObject({ usable: 2 });
    expect((await imported(desk, odd)).mapping).toEqual({ ...chosen, purposeForAll: null });
    expect((await imported(desk, `Fnr;Ref;Merknad\n${odd}`)).mapping.header).toBe(true);
  });

  test('the first line is a heading or a row, as one says; nothing is lost on the way', async () => {
    const desk = await openBatchDesk();
    const { id, mapping, counts } = await imported(desk, `Saksnr;Fnr;Formål\n2026/1;${anna};trekk`);
    expect(counts).toMatchObject({ records: 2, heading: 1, usable: 1, refused: 0 });
    const asRow = value(await mapColumns(desk, { batchId: id, mapping: { ...mapping, header: false } }));
    expect(asRow.counts).toMatchObject({ records: 2, heading: 0, usable: 1, refused: 1 });
    expect((await rowsOf(desk, id)).map(({ line, caseNumber }) => [line, caseNumber])).toEqual([
      [1, 'Saksnr'],
      [2, '2026/1'],
    ]);
    const back = value(await mapColumns(desk, { batchId: id, mapping }));
    expect(back.counts).toEqual(counts);
  });

  test('can not be changed when someone has been asked about', async () => {
    const desk = await openBatchDesk();
    const { id, mapping } = await imported(desk, listOf([anna]));
    await run(desk, id, ['utlegg']);
    expect(await mapColumns(desk, { batchId: id, mapping })).toEqual(fail(failure('invalid-input')));
    expect(await mapColumns(desk, { batchId: 'none', mapping })).toEqual(fail(failure('not-found')));
  });
});

describe('putting rows right', () => {
  test('one at a time; a correction can also make two rows alike, and unlike', async () => {
    const desk = await openBatchDesk();
    const { id } = await imported(desk, `2026/1;${anna};trekk\n2026/2;;trekk\n2026/3;${cato};trekk`);
    const correct = (position: number, corrections: object) => correctRow(desk, { batchId: id, position, corrections });
    value(await correct(1, { nationalId: anna, caseNumber: '2026/1' }));
    expect((await rowsOf(desk, id))[1]).toMatchObject({ problems: ['duplicate'], sameAs: 1 });
    const { counts } = value(await correct(1, { caseNumber: '2026/9' }));
    expect(counts).toMatchObject({ usable: 3, refused: 0, inSeveralCases: 1 });
    expect((await rowsOf(desk, id))[1]).toMatchObject({ caseNumber: '2026/9', problems: [], sameAs: null });
    expect(await correct(7, {})).toEqual(fail(failure('not-found')));
  });

  test('every repair that leaves no doubt in one press, and nothing else', async () => {
    const desk = await openBatchDesk();
    const { id } = await imported(
      desk,
      `2026/1;${Number(zero)};trekk\n2026/2;1,85851E+10;trekk\n2026/3;${anna},00;trekk`,
    );
    const { counts } = value(await acceptRepairs(desk, { batchId: id }));
    expect(counts).toMatchObject({ usable: 2, refused: 1, repairable: 0 });
  });
});

describe('rows of a view', () => {
  test('in the order that is asked for, what is not known last; a page at a time', async () => {
    const desk = await openBatchDesk();
    const { id } = await imported(desk, `${listOf([anna, bo, cato])}\n2026/4;;trekk`);
    desk.registers.failing = ({ person }) => (person === bo ? 'api-unexpected' : null);
    await run(desk, id, ['inntekt']);
    const lines = async (view: object, page = { offset: 0, limit: 10 }) => {
      const found = value(await readRows(desk, { batchId: id, view: { ...all, ...view }, ...page }));
      return [found.rows.map(({ line }) => line), found.total, found.withoutCase];
    };
    expect(await lines({})).toEqual([[2, 3, 4, 5], 4, 3]);
    expect(await lines({}, { offset: 1, limit: 2 })).toEqual([[3, 4], 4, 3]);
    expect(await lines({ sort: { column: 'line', descending: true } })).toEqual([[5, 4, 3, 2], 4, 3]);
    expect(await lines({ sort: { column: 'gross', descending: true } })).toEqual([[4, 2, 5, 3], 4, 3]);
    expect(await lines({ sort: { column: 'gross', descending: false } })).toEqual([[2, 4, 3, 5], 4, 3]);
    expect(await lines({ show: 'refused' })).toEqual([[5], 1, 0]);
    expect(await lines({ show: 'usable' })).toEqual([[2, 3, 4], 3, 3]);
    expect(await lines({ show: 'answered' })).toEqual([[2, 4], 2, 2]);
    expect(await lines({ show: 'attention' })).toEqual([[3], 1, 1]);
    expect(await lines({ show: 'withIncome' })).toEqual([[2, 4], 2, 2]);
    expect(await lines({ show: 'waiting' })).toEqual([[], 0, 0]);
    expect(await lines({ text: '26/3' })).toEqual([[4], 1, 1]);
    expect(await lines({ text: cato })).toEqual([[4], 1, 1]);
  });
});

describe('what leaves the list', () => {
  test('a file of the rows that are shown, with its checksum in the journal before it is there', async () => {
    const desk = await openBatchDesk();
    const { id } = await imported(desk, listOf([anna, bo]));
    await run(desk, id, ['inntekt']);
    const files: string[] = [];
    const written = async (name: string, format: string, bytes: Uint8Array) => {
      files.push(`${name} ${format} ${Buffer.from(bytes).toString('utf8')}`);
      const finish = async () => {
        expect((await journalOf(desk))[0]).toMatchObject({ action: 'document', detail: 'abc', userName: 'Ivar' });
        return ok(null);
      };
      return ok({ path: '/x', sha256: 'abc', finish, discard: async () => {} });
    };
    const ports = { ...desk, language: async () => 'nb' as const, write: written };
    const input = {
      batchId: id,
      view: { ...all, text: '2026/2' },
      format: 'csv',
      columns: ['caseNumber', 'gross'],
    } as const;
    expect(await exportBatch(ports, { ...input, columns: [...input.columns] })).toEqual(
      ok({ state: 'saved', path: '/x', rows: 1 }),
    );
    expect(files).toEqual(['skyldnere-2026-11-21.csv csv \uFEFFSaksnummer;Brutto per måned\r\n2026/2;40000,00\r\n']);
    const closed = { ...ports, write: async () => ok(null) };
    expect(await exportBatch(closed, { ...input, columns: [...input.columns] })).toEqual(ok({ state: 'cancelled' }));
    expect((await journalOf(desk)).filter(({ action }) => action === 'document')).toHaveLength(1);
  });

  test('one case for each row, with its answers; a second press makes none', async () => {
    const desk = await openBatchDesk();
    const { id } = await imported(desk, `${listOf([anna, bo])}\n2026/3;;trekk`);
    await run(desk, id, ['inntekt', 'skattegrunnlag', 'samordnetTrekk', 'utlegg']);
    const made = value(await createCases(desk, { batchId: id, view: all, details: grounds }));
    expect(made).toEqual({ created: 2 });
    const [row] = await rowsOf(desk, id);
    const debtorCase = value(await desk.store.read((db) => readDebtorCase(db, row?.caseId ?? '')));
    expect(debtorCase).toMatchObject({ caseNumber: '2026/1', purpose: 'utleggstrekk', status: 'ny', ...grounds });
    expect(debtorCase.lookups.map(({ source, state }) => `${source} ${state}`).toSorted()).toEqual([
      'inntekt delivered',
      'samordnetTrekk delivered',
      'sisteSkatteoppgjoer delivered',
      'skattegrunnlag delivered',
      'utlegg delivered',
    ]);
    expect(value(await createCases(desk, { batchId: id, view: all, details: grounds })).created).toBe(0);
    expect((await journalOf(desk)).filter(({ action }) => action === 'lookup')).toHaveLength(10);
  });

  test('opening a list leaves a row in the journal', async () => {
    const desk = await openBatchDesk();
    const { id } = await imported(desk, listOf([anna]));
    value(await openBatch(desk, { batchId: id }));
    expect(await journalOf(desk)).toMatchObject([{ action: 'opened', detail: `batch.open ${id}`, role: 'collection' }]);
  });

  test('a list is forgotten with all its answers, but not while it runs', async () => {
    const desk = await openBatchDesk();
    const { id } = await imported(desk, listOf([anna]));
    let open = () => {};
    desk.registers.held = new Promise((resolve) => {
      open = resolve;
    });
    value(await desk.runner.start(id, ['inntekt']));
    expect(await removeBatch(desk, { batchId: id })).toEqual(fail(failure('invalid-input')));
    open();
    await desk.runner.idle();
    value(await removeBatch(desk, { batchId: id }));
    expect(value(await listBatches(desk))).toEqual([]);
    const left = await desk.store.read(async (db) =>
      ok(await db.selectFrom('batchQuestions').select('lookup').execute()),
    );
    expect(left).toEqual(ok([]));
  });
});

test('a pasted text without rows is no list', async () => {
  const desk = await openBatchDesk();
  expect(await importText(desk, { text: '\n \n', name: null })).toEqual(ok({ state: 'refused', why: 'empty' }));
});
