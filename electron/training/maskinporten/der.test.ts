import { describe, expect, test } from 'vitest';
import { children, context, oidText, readDer, Tag, timeOf } from './der.ts';

const read = (hex: string): ReturnType<typeof readDer> => readDer(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

describe('one element and nothing else', () => {
  test.each([
    ['a short length', '04 02 0102', '0102'],
    ['no content', '05 00', ''],
    ['a long length', `04 8180 ${'ab'.repeat(128)}`, 'ab'.repeat(128)],
  ])('%s is read', (_, hex, content) => {
    expect(read(hex)?.content.toString('hex')).toBe(content);
  });

  test.each([
    ['nothing', ''],
    ['a tag alone', '04'],
    ['less content than promised', '04 03 0102'],
    ['something after it', '04 01 01 00'],
    ['a length that could be shorter', '04 8102 0102'],
    ['a length with a leading zero', `04 820080 ${'ab'.repeat(128)}`],
    ['an indefinite length', '30 80 0500 0000'],
    ['a length of five bytes', '04 850000000001 01'],
    ['a tag of several bytes', '1f 81 01 00'],
  ])('%s is refused', (_, hex) => {
    expect(read(hex)).toBeNull();
  });
});

test('children of a sequence; none when one of them is broken', () => {
  expect(children(read('30 06 020101 020102')).map(({ content }) => content[0])).toEqual([1, 2]);
  expect(children(read('30 06 020101 020502'))).toEqual([]);
  expect(children(read('a3 02 0500')).map(({ tag }) => tag)).toEqual([5]);
  expect(read('a3 02 0500')?.tag).toBe(context(3));
});

test.each([
  ['06 03 550461', '2.5.4.97'],
  ['06 09 2a864886f70d01010b', '1.2.840.113549.1.1.11'],
  ['06 03 883703', '2.999.3'],
  ['04 03 550461', ''],
])('%s is the object identifier «%s»', (hex, dotted) => {
  expect(oidText(read(hex) ?? undefined)).toBe(dotted);
});

test.each([
  ['utc time of this century', Tag.utcTime, '261122090000Z', '2026-11-22T09:00:00.000Z'],
  ['utc time of the last', Tag.utcTime, '500101000000Z', '1950-01-01T00:00:00.000Z'],
  ['generalized time', Tag.generalizedTime, '20510809120000Z', '2051-08-09T12:00:00.000Z'],
])('%s', (_, tag, text, expected) => {
  const element = { tag, content: Buffer.from(text), raw: Buffer.alloc(0) };
  expect(new Date(timeOf(element)).toISOString()).toBe(expected);
});

test.each([
  ['a time with an offset', Tag.utcTime, '2611220900+0100'],
  ['a month 13', Tag.utcTime, '261322090000Z'],
  ['the digits of the other kind', Tag.generalizedTime, '261122090000Z'],
  ['another tag', Tag.octetString, '261122090000Z'],
])('%s is no time', (_, tag, text) => {
  expect(timeOf({ tag, content: Buffer.from(text), raw: Buffer.alloc(0) })).toBeNaN();
});
