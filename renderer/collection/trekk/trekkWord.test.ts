import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../shared/dates.ts';
import { actStates } from '../../../shared/utlegg/trekk.ts';
import { callAt, secondsUntil, sendWord } from './trekkWord.ts';

describe('sent, not sent, or nobody knows', () => {
  it('only an unknown result is unknown, and nothing under way is sent', () => {
    const words = Object.fromEntries(actStates.map((state) => [state, sendWord(state)]));
    expect(words).toEqual({
      utkast: 'notSent',
      kontrollert: 'notSent',
      tilGodkjenning: 'notSent',
      sendes: 'notSent',
      ukjent: 'unknown',
      avvist: 'notSent',
    });
    expect(sendWord(null)).toBe('sent');
  });
});

describe('times', () => {
  const confirmed = '2026-11-22T10:30:00.000Z' as Instant;
  it('someone is called an hour after it was confirmed', () => {
    expect(callAt(confirmed)).toBe('2026-11-22T11:30:00.000Z');
  });
  it('the next try is counted down, never below zero', () => {
    expect(secondsUntil(confirmed, Date.parse('2026-11-22T10:29:55.200Z'))).toBe(5);
    expect(secondsUntil(confirmed, Date.parse('2026-11-22T10:31:00Z'))).toBe(0);
  });
});
