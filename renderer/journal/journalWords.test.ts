import { describe, expect, test } from 'vitest';
import type { Instant } from '../../shared/dates.ts';
import { contract } from '../../shared/ipc/contract.ts';
import type { JournalRow } from '../../shared/ipc/sessionCalls.ts';
import { textIn } from '../../shared/text/text.ts';
import { outcomeWords, purposeWords, roleWords, whatWords } from './journalWords.ts';

const text = textIn('nb');
const row = (changed: Partial<JournalRow>): JournalRow => ({
  id: '1',
  at: '2026-11-21T09:00:00.000Z' as Instant,
  userName: 'Kari',
  role: 'housing',
  action: 'lookup',
  caseNumber: '2026/1',
  purpose: 'kommunal-bolig',
  person: '010180 *****',
  source: 'inntekt',
  period: '2025-11–2026-10',
  outcome: 'delivered',
  finishedAt: '2026-11-21T09:00:01.000Z' as Instant,
  reference: null,
  detail: null,
  ...changed,
});

describe('how a row ended', () => {
  test('a lookup without an outcome is unknown, not empty', () => {
    expect(outcomeWords(row({ outcome: null, finishedAt: null }), text)).toEqual({ kind: 'unknown' });
  });

  test('what is no lookup has no outcome of its own', () => {
    expect(outcomeWords(row({ action: 'opened', outcome: null }), text)).toEqual({ kind: 'none' });
  });

  test('shielded is said in words of its own', () => {
    expect(outcomeWords(row({ outcome: 'shielded' }), text)).toEqual({ kind: 'answered', words: 'Skjermet' });
  });

  test('an error is a failure with the caseworker’s sentence', () => {
    const outcome = outcomeWords(row({ outcome: 'api-unavailable' }), text);
    expect(outcome).toMatchObject({ kind: 'failed', words: expect.stringContaining('nede akkurat nå') });
  });

  test('a refused call is refused whatever else the row says', () => {
    expect(outcomeWords(row({ action: 'refused', detail: 'cases.list' }), text)).toEqual({ kind: 'refused' });
  });
});

test.each<[Partial<JournalRow>, { what: string; more: string }]>([
  [{}, { what: 'Oppslag', more: 'Inntekt per måned, 2025-11–2026-10' }],
  [
    { action: 'setup', detail: 'rules.approve' },
    { what: 'Godkjente en regel', more: '' },
  ],
  [
    { action: 'document', detail: 'ab12' },
    { what: 'Laget dokument', more: 'SHA-256 ab12' },
  ],
  [
    { action: 'refused', detail: 'rules.approve' },
    { what: 'Avvist', more: 'Godkjente en regel' },
  ],
])('row %# says what was done', (changed, words) => {
  expect(whatWords(row(changed), text)).toEqual(words);
});

test('what the program has no words for is shown as it stands, never left out', () => {
  expect(whatWords(row({ source: 'folkeregister', period: null }), text).more).toBe('folkeregister');
  expect(whatWords(row({ action: 'refused', detail: 'cases.list' }), text).more).toBe('cases.list');
  expect(purposeWords('gammelt-formaal', text)).toBe('gammelt-formaal');
  expect(roleWords('arkivar', text)).toBe('arkivar');
});

test('every call that leaves a row of its own has words', () => {
  const calls = Object.entries(contract).filter(
    ([, { journal }]) => journal === 'reads-person' || journal === 'changes-setup',
  );
  const wordless = calls.map(([name]) => name).filter((name) => text.journal.calls[name] === undefined);
  expect(wordless).toEqual([]);
});
