import { expect, test } from 'vitest';
import type { Instant, IsoDate } from '../../shared/dates.ts';
import { CollectionSettings } from '../../shared/garnishment/collectionSettings.ts';
import { livsopphold, livsoppholdProblems, livsoppholdTables } from '../../shared/garnishment/livsopphold.ts';
import { practiceCollectionSettings } from './practiceCollection.ts';

const tableOn = (now: string, day: string, environment: 'training' | 'production' = 'training') => {
  const { livsopphold: signed } = practiceCollectionSettings(now as Instant);
  const household = { adults: 'enslig', children: [4], samvaer: [{ age: 7, klasse: 'klasse2' }] } as const;
  return livsopphold(household, day as IsoDate, environment, [...livsoppholdTables, ...signed]);
};

test.each(['2026-11-22', '2026-06-30', '2026-07-01', '2031-02-28'])(
  'on %s one can practise, until the next 1 July',
  (day) => {
    const now = `${day}T10:00:00.000Z`;
    const settings = practiceCollectionSettings(now as Instant);
    expect(CollectionSettings.parse(settings)).toEqual(settings);
    expect(tableOn(now, day)).toMatchObject({ ok: true, value: { table: { confidence: 'fictional' } } });
    for (const table of settings.livsopphold) expect(livsoppholdProblems(table, null)).toEqual([]);
    const nextTable = `${Number(day.slice(0, 4)) + (day.slice(5) < '07-01' ? 0 : 1)}-07-01`;
    expect(tableOn(now, nextTable)).toMatchObject({ ok: false, error: { code: 'table-missing' } });
  },
);

test('invented rates decide nothing outside training, and never stand in for real ones', () => {
  expect(tableOn('2026-11-22T10:00:00.000Z', '2026-11-22', 'production')).toMatchObject({
    ok: false,
    error: { code: 'table-unverified' },
  });
  expect(practiceCollectionSettings('2025-03-10T10:00:00.000Z' as Instant).livsopphold).toEqual([]);
});
