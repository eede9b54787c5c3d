import { expect, test } from 'vitest';
import { textIn } from '../../../shared/text/text.ts';
import { zDate } from '../../../shared/values.ts';
import { stateText } from './trekkEntries.ts';

test('an «intet til utlegg» that was deleted does not look like one that counts', () => {
  const entry = { kind: 'intetTilUtlegg', ref: '0', decidedOn: null, registeredOn: null, authority: null } as const;
  const state = (deletedOn: string | null) =>
    stateText(textIn('nb'), { ...entry, deletedOn: deletedOn === null ? null : zDate.parse(deletedOn) });
  expect(state(null)).toBe('Intet til utlegg');
  expect(state('2026-10-12')).toBe('Intet til utlegg, slettet 12.10.2026');
});
