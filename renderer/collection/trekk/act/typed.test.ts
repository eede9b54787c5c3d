import { describe, expect, it } from 'vitest';
import { fieldId, pathAndAbove } from './fieldId.ts';
import { percentText, typedPercent } from './typed.ts';

describe('percentages', () => {
  it.each([
    ['12,55', 1255],
    ['12.5', 1250],
    ['7', 700],
    ['100 %', 10_000],
  ])('%s is read as hundredths', (typed, hundredths) => {
    expect(typedPercent(typed)).toBe(hundredths);
  });
  it.each(['', 'ti', '12,555', '-5'])('%j is none', (typed) => {
    expect(typedPercent(typed)).toBeNull();
  });
  it.each([1255, 1250, 700, 5, 10_000])('%i is written so that it is read again', (hundredths) => {
    expect(typedPercent(percentText(hundredths))).toBe(hundredths);
  });
});

describe('the place of a problem', () => {
  it('leads to its field, or to the nearest group around it', () => {
    expect(pathAndAbove('periods.0.to').map(fieldId)).toEqual([
      'act-periods-0-to',
      'act-periods-0',
      'act-periods',
      'act',
    ]);
    expect(pathAndAbove('')).toEqual(['']);
  });
});
