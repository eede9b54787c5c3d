import { expect, test } from 'vitest';
import { parseKid } from './kid.ts';

test('6487719756 holds by mod 10 and not by mod 11', () => {
  expect(parseKid('6487719756', 'mod10')).toEqual({ ok: true, value: '6487719756' });
  expect(parseKid('6487719756', 'mod11')).toEqual({ ok: false, error: 'bad-checksum' });
});

test('mod 11: weights 2–7 from the right, and 10 written as a hyphen', () => {
  // 1×7+2×6+3×5+4×4+5×3+6×2 = 77, rest 0: control digit 0. With 7 first, 1×2 is added for the seventh: see below.
  expect(parseKid('1234560', 'mod11')).toEqual({ ok: true, value: '1234560' });
  // 12: 1×3 + 2×2 = 7, 11 − 7 = 4.
  expect(parseKid('124', 'mod11')).toEqual({ ok: true, value: '124' });
  // 6: 6×2 = 12, rest 1, 11 − 1 = 10, written «-».
  expect(parseKid('6-', 'mod11')).toEqual({ ok: true, value: '6-' });
  // The seventh digit from the right has weight 2 again: 1×2 + 77 = 79, rest 2, control digit 9.
  expect(parseKid('11234569', 'mod11')).toEqual({ ok: true, value: '11234569' });
});

test('mod 10 doubles every second digit from the right', () => {
  // 5: 10 → 1, control digit 9. 15: 1 + 1 = 2, control digit 8.
  expect(parseKid('59', 'mod10').ok).toBe(true);
  expect(parseKid('158', 'mod10').ok).toBe(true);
  expect(parseKid('00', 'mod10').ok).toBe(true);
});

test.each([
  ['6', 'mod10', 'too-short'],
  ['', 'mod10', 'too-short'],
  ['1'.repeat(26), 'mod10', 'too-long'],
  ['6-', 'mod10', 'not-digits'],
  ['6-6', 'mod11', 'not-digits'],
  ['64877x', 'mod10', 'not-digits'],
] as const)('refuses %s by %s: %s', (text, control, error) => {
  expect(parseKid(text, control)).toEqual({ ok: false, error });
});

test('takes spaces', () => {
  expect(parseKid('64877 19756', 'mod10')).toEqual({ ok: true, value: '6487719756' });
});
