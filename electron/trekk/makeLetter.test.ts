import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { defaultCollectionSettings } from '../../shared/garnishment/collectionSettings.ts';
import { defaultCorrespondence } from '../../shared/garnishment/correspondence.ts';
import { ok } from '../../shared/result.ts';
import type { ActState } from '../../shared/utlegg/trekk.ts';
import { anna, type TestDesk } from '../cases/testKit.ts';
import type { DebtorPorts } from '../debtors/DebtorPorts.ts';
import { debtorCaseOf, journalRows, openDebtorDesk } from '../debtors/testKit.ts';
import { registrer } from '../documents/letters/letters.fixture.ts';
import { nothingHappens } from '../outbox/points.ts';
import { writeSetting } from '../storage/settings.ts';
import { value } from '../storage/testKit.ts';
import { insertTrekk } from '../storage/trekk.ts';
import { insertEvent } from '../storage/trekkEvents.ts';
import { type MakeLetterPorts, makeLetter } from './makeLetter.ts';
import { recordLetter } from './recordLetter.ts';
import { reviewTrekk } from './reviewAct.ts';

const signal = new AbortController().signal;
const at = '2026-11-21T10:00:00.000Z';

describe('a letter', () => {
  let desk: DebtorPorts & TestDesk;
  let ports: MakeLetterPorts;
  let printed: string[];
  let files: { name: string; text: string; at: 'beside' | 'in place' | 'gone' }[];
  let told: string[];

  beforeEach(async () => {
    desk = await openDebtorDesk();
    printed = [];
    files = [];
    told = [];
    ports = {
      ...desk,
      ...{ municipality: () => 'Fjellvik kommune', authenticatedAs: async () => null, reached: nothingHappens },
      notify: (trekkId) => told.push(trekkId),
      outbox: { wake: () => {}, sendNow: async () => {} },
      registers: { trekk: async () => Promise.reject(new Error('nothing is asked for a letter')) },
      print: async ({ page, footer }) => {
        printed.push(page + footer);
        return Buffer.from(page);
      },
      writePdf: async (name, bytes) => {
        const file: (typeof files)[number] = { name, text: Buffer.from(bytes).toString(), at: 'beside' };
        files.push(file);
        return ok({
          path: `/home/ivar/${name}`,
          sha256: createHash('sha256').update(bytes).digest('hex'),
          finish: async () => {
            file.at = 'in place';
            return ok(null);
          },
          discard: async () => {
            file.at = 'gone';
          },
        });
      },
    };
    await reachable({ phone: '55 00 00 00' });
  });

  const reachable = async (correspondence: Partial<typeof defaultCorrespondence>) =>
    value(
      await desk.store.write(async (db) => {
        await writeSetting(db, 'collection', {
          ...defaultCollectionSettings,
          correspondence: { ...defaultCorrespondence, ...correspondence },
        });
        return ok(null);
      }),
    );

  /** A registration of Anna's trekk, as far as it has come. */
  async function trekkIn(state: ActState, debtorName = 'Anna Testperson') {
    const { id: caseId } = await debtorCaseOf(desk);
    const now = desk.now();
    value(
      await desk.store.write(async (db) => {
        await insertTrekk(db, {
          ...{ id: 't', version: 1, caseId, nationalId: anna, rules: 'gammelt', debtorName, language: 'nn' },
          act: {
            ...{ id: 'a', state, what: registrer(), reasons: {}, startedBy: 'Ivar', startedAt: now },
            ...{ askedBy: null, refusal: null },
          },
          ...{ registered: null, received: null, createdAt: now, createdBy: 'Ivar', updatedAt: now },
        });
        await insertEvent(db, 't', { at: now, by: 'Ivar', event: 'started', act: 'registrer', detail: null });
        return ok(null);
      }),
    );
    return { trekkId: 't', expectedVersion: 1 };
  }

  test('is saved, recorded with its SHA-256, and no longer missing; its way to the debtor is noted afterwards', async () => {
    const seen = await trekkIn('kontrollert');
    const { trekk } = value(await makeLetter(ports, { ...seen, kind: 'underretning' }, signal));
    expect(files).toMatchObject([{ name: 'Underretning 2026-417.pdf', at: 'in place' }]);
    const sha256 = createHash('sha256')
      .update(files[0]?.text ?? '')
      .digest('hex');
    expect(trekk).toMatchObject({
      version: 2,
      letters: [{ actId: 'a', kind: 'underretning', fileName: 'Underretning 2026-417.pdf', sha256, sent: null }],
      events: [{ event: 'started' }, { event: 'letter-made', act: 'registrer', detail: 'underretning' }],
    });
    expect(told).toEqual(['t']);
    expect((await journalRows(desk)).at(-1)).toMatchObject({
      action: 'document',
      detail: sha256,
      caseNumber: '2026/417',
    });
    expect(value(await reviewTrekk(ports, seen)).missing).not.toContain('underretning');
    expect(value(await reviewTrekk(ports, seen)).missing).toContain('trekkpaalegg');

    const letterId = trekk?.letters[0]?.id ?? '';
    const sent = { on: at.slice(0, 10) as never, channel: 'altinn' } as const;
    const noted = value(await recordLetter(ports, { trekkId: 't', expectedVersion: 2, letterId, ...sent }));
    expect(noted.letters[0]?.sent).toEqual(sent);
  });

  test('to the one who deducts holds the whole number, in the debtor’s målform', async () => {
    const seen = await trekkIn('kontrollert');
    value(await makeLetter(ports, { ...seen, kind: 'trekkpaalegg' }, signal));
    expect(printed[0]).toContain(`${anna.slice(0, 6)} ${anna.slice(6)}`);
    expect(printed[0]).toContain('<html lang="nn">');
  });

  test('is marked on every page where it must not be sent', async () => {
    const seen = await trekkIn('kontrollert');
    value(await makeLetter({ ...ports, environment: 'training' }, { ...seen, kind: 'trekkpaalegg' }, signal));
    expect(printed[0]).toMatch(/OPPLÆRING · Sak 2026\/417 · Fjellvik kommune$/);
  });

  test('of a dialog that is closed is no letter', async () => {
    const seen = await trekkIn('kontrollert');
    ports = { ...ports, writePdf: async () => ok(null) };
    expect(value(await makeLetter(ports, { ...seen, kind: 'underretning' }, signal))).toEqual({ trekk: null });
    expect(value(await reviewTrekk(ports, seen)).missing).toContain('underretning');
  });

  test.each<[string, ActState, 'underretning' | 'opphoer', string]>([
    ['an act that may still be typed over', 'utkast', 'underretning', 'Anna Testperson'],
    ['an act that was turned down', 'avvist', 'underretning', 'Anna Testperson'],
    ['an act that needs no such letter', 'kontrollert', 'opphoer', 'Anna Testperson'],
    ['a debtor without a name', 'kontrollert', 'underretning', ' '],
  ])('is not made of %s', async (_name, state, kind, debtorName) => {
    const seen = await trekkIn(state, debtorName);
    expect(await makeLetter(ports, { ...seen, kind }, signal)).toMatchObject({ error: { code: 'invalid-input' } });
    expect(printed).toEqual([]);
  });

  test('is not made while nobody could answer the one who gets it', async () => {
    await reachable({});
    const seen = await trekkIn('kontrollert');
    expect(await makeLetter(ports, { ...seen, kind: 'underretning' }, signal)).toMatchObject({
      error: { code: 'no-letter-contact' },
    });
  });

  test('does not reach its place when the trekk was changed while the dialog was open', async () => {
    const seen = await trekkIn('kontrollert');
    const { writePdf } = ports;
    const slow: MakeLetterPorts = {
      ...ports,
      writePdf: async (name, bytes) => {
        const written = await writePdf(name, bytes);
        value(await makeLetter(ports, { ...seen, kind: 'trekkpaalegg' }, signal));
        return written;
      },
    };
    expect(await makeLetter(slow, { ...seen, kind: 'underretning' }, signal)).toMatchObject({
      error: { code: 'version-conflict' },
    });
    expect(files.map(({ name, at: place }) => [name, place])).toEqual([
      ['Underretning 2026-417.pdf', 'gone'],
      ['Trekkpålegg 2026-417.pdf', 'in place'],
    ]);
  });
});
