import { describe, expect, it } from 'vitest';
import type { MovingRow } from '../../../../shared/utlegg/movingDay.ts';
import type { Trekk } from '../../../../shared/utlegg/trekk.ts';
import { type BatchItem, endReasonOf, itemState, newItem } from './batchItem.ts';
import { mayChoose, shownRows } from './movingRows.ts';

const row = (id: string, over: Partial<Record<keyof MovingRow, unknown>> = {}) =>
  ({ trekkId: id, caseNumber: `2026/${id}`, remaining: 0, need: 'end-now', by: null, ...over }) as unknown as MovingRow;
const act = (state: string, error: unknown = null) =>
  ({ act: { id: 'act', state, sending: { error } } }) as unknown as Trekk;
const nothingMissing = { violations: [], differences: [], missing: [] };
const item = (over: Partial<BatchItem>): BatchItem => ({ ...newItem(row('1')), review: nothingMissing, ...over });

describe('a row of the guided batch', () => {
  it('is ready only when it is checked and nothing is missing', () => {
    expect(itemState(newItem(row('1')))).toBe('waiting');
    expect(itemState(item({ trekk: act('kontrollert') }))).toBe('ready');
    expect(itemState(item({ trekk: act('utkast') }))).toBe('incomplete');
    expect(
      itemState(item({ trekk: act('kontrollert'), review: { ...nothingMissing, missing: ['underretning'] } })),
    ).toBe('incomplete');
  });

  it('ends as sent, not sent or unknown', () => {
    const confirmed = { confirmed: 'act' };
    expect(itemState(item({ ...confirmed, trekk: act('sendes') }))).toBe('sending');
    expect(itemState(item({ ...confirmed, trekk: act('sendes', { code: 'net-no-contact' }) }))).toBe('notSent');
    expect(itemState(item({ ...confirmed, trekk: act('ukjent') }))).toBe('unknown');
    expect(itemState(item({ ...confirmed, trekk: act('avvist') }))).toBe('notSent');
    expect(itemState(item({ ...confirmed, trekk: { act: null } as Trekk }))).toBe('sent');
  });

  it('is ended as paid only when nothing remains', () => {
    expect(endReasonOf(row('1'))).toBe('innfridd');
    expect(endReasonOf(row('1', { remaining: 1 }))).toBe('utloept');
    expect(endReasonOf(row('1', { need: 'finish-transfer' }))).toBe('overfoertTilSamordnetTrekk');
  });
});

describe('the work list', () => {
  it('what is due first stands first, what is never due last', () => {
    const rows = [row('a'), row('b', { by: '2026-12-31' }), row('c', { by: '2026-11-30', need: 'look-up' })];
    expect(shownRows(rows, null, '').map(({ trekkId }) => trekkId)).toEqual(['c', 'b', 'a']);
    expect(shownRows(rows, 'end-now', '/B').map(({ trekkId }) => trekkId)).toEqual(['b']);
  });

  it('only rows with the same need are done together, and none that takes a decision', () => {
    expect(mayChoose(row('1'), [])).toBe(true);
    expect(mayChoose(row('1'), [row('2', { need: 'look-up' })])).toBe(false);
    expect(mayChoose(row('1', { need: 'transfer' }), [])).toBe(false);
  });
});
