import { expect, test } from 'vitest';
import { endDraft } from './endDraft.ts';
import { transferOf } from './transfer.ts';
import { beslutning, date, instant, registered, trekk } from './trekk.fixture.ts';
import type { ReceivedState, Trekk } from './trekk.ts';

const received = (state: ReceivedState, claims = beslutning().claims): Trekk =>
  trekk({
    received: {
      content: beslutning({ claims }),
      caseReference: 'ELAN-7',
      receivedAt: instant('2026-12-01T10:00:00.000Z'),
      state,
      since: date('2026-12-01'),
      source: '',
    },
  });

test('the last day is today, and the last registered day when that has passed', () => {
  expect(endDraft(registered(), 'begjaeringTrukket', [], date('2027-03-01')).lastDay).toBe('2027-03-01');
  expect(endDraft(registered(), 'utloept', [], date('2028-05-01')).lastDay).toBe('2028-02-29');
});

test('moved to the single trekk: with the reference of the decision that took the claim over', () => {
  const others = [trekk(), received('mottatt')];
  const today = date('2026-12-02');
  expect(endDraft(registered(), 'overfoertTilSamordnetTrekk', others, today).transferredTo).toBe('ELAN-7');
  expect(endDraft(registered(), 'innfridd', others, today).transferredTo).toBeNull();
});

test('a decision that was withdrawn, or is about other claims, has taken nothing over', () => {
  const others = beslutning().claims.map((claim) => ({ ...claim, reference: `X-${claim.reference}` }));
  expect(transferOf(registered(), [received('iKravkoe')])?.caseReference).toBe('ELAN-7');
  expect(transferOf(registered(), [received('trukketTilbake')])).toBeNull();
  expect(transferOf(registered(), [received('mottatt', others)])).toBeNull();
});
