import { describe, expect, it } from 'vitest';
import { failure } from '../../shared/ipc/errors.ts';
import { fail, ok } from '../../shared/result.ts';
import { journalRows } from '../debtors/testKit.ts';
import { type Answer, json } from '../skatteetaten/testKit.ts';
import { updateOutbox } from '../storage/outbox.ts';
import { value } from '../storage/testKit.ts';
import { backToDraft } from '../trekk/backToDraft.ts';
import { confirmAct } from '../trekk/confirmAct.ts';
import { listTrekk } from '../trekk/listTrekk.ts';
import { sendNow } from '../trekk/sendNow.ts';
import {
  accepts,
  confirmed,
  cuts,
  decidedCase,
  messages,
  now,
  openTrekkDesk,
  readyTrekk,
  refuses,
  seen,
} from '../trekk/testKit.ts';
import { Outbox } from './Outbox.ts';
import { recoverOutbox } from './recoverOutbox.ts';

const HOUR = 3_600_000;

describe('a registration', () => {
  it('is written with its key before it is sent, sent once, and is gone from the list when the register has it', async () => {
    const desk = await openTrekkDesk();
    const trekk = await confirmed(desk);
    expect(trekk.act).toMatchObject({ state: 'sendes', sending: { step: 'melding', attempts: 0, lastTriedAt: null } });
    const [message] = await messages(desk, trekk);
    desk.answer(accepts());
    expect(await desk.sender.drain()).toBe(false);
    const after = await now(desk, trekk);
    expect(after.act).toBeNull();
    expect(after.registered).toMatchObject({ versjon: 1, state: 'registrert', terms: { claims: [{}, {}] } });
    expect(after.events.map(({ event }) => event).slice(-2)).toEqual(['confirmed', 'accepted']);
    expect(desk.seen).toHaveLength(1);
    expect(desk.seen[0]).toMatchObject({ method: 'POST', url: '/utleggsdatabasen/utleggstrekk', body: message?.body });
    expect(desk.seen[0]?.headers['idempotency-key']).toBe(message?.idempotencyKey);
    expect((await journalRows(desk)).find(({ action }) => action === 'sent')).toMatchObject({
      outcome: 'accepted',
      userName: 'Ivar',
      caseNumber: '2026/417',
    });
    expect(desk.told).toContain(trekk.id);
  });

  it.each<[string, Answer, string]>([
    ['no answer at all', cuts, 'net-cut'],
    ['500', refuses(500, 'ULD-001'), 'api-unexpected'],
    ['503', refuses(503, 'ULD-002'), 'api-behind'],
    ['429', (_, response) => response.writeHead(429).end(), 'api-too-many-requests'],
    [
      'half an answer',
      (_, response) => {
        response.writeHead(201, { 'content-type': 'application/json', 'content-length': '500' });
        response.write('{"utleggstrekkId":');
        setTimeout(() => response.destroy(), 5);
      },
      'net-cut',
    ],
    ['an answer that can not be read', (_, response) => json(response, 201, { ok: true }), 'api-bad-answer'],
    ['an answer about somebody else', accepts({ skyldner: { personidentifikator: '06882949409' } }), 'api-bad-answer'],
    ["a proxy's page with 403", (_, response) => response.writeHead(403).end('<html>'), 'api-unauthorised'],
    ["a gateway's page with 422", (_, response) => response.writeHead(422).end('<html>'), 'api-bad-answer'],
    [
      'a log-on page instead of the register',
      (_, response) => response.writeHead(302, { location: '/login' }).end(),
      'net-proxy',
    ],
  ])('%s: nobody knows, and the very same message is sent until it is known', async (_name, lost, code) => {
    const desk = await openTrekkDesk();
    const trekk = await confirmed(desk);
    desk.answer(lost);
    expect(await desk.sender.drain()).toBe(true);
    const unknown = await now(desk, trekk);
    expect(unknown.act).toMatchObject({ state: 'ukjent', sending: { attempts: 1, error: { code } } });
    expect(unknown.events.at(-1)).toMatchObject({ event: 'sent-unknown', detail: code });
    expect(value(await listTrekk(desk))[0]?.attention).toEqual(['unknown']);
    // It rests five seconds first.
    await desk.sender.drain();
    expect(desk.seen).toHaveLength(1);
    expect(await backToDraft(desk, seen(unknown))).toEqual(fail(failure('invalid-input')));

    desk.move(5000, 5000);
    desk.answer(accepts({}, 200));
    await desk.sender.drain();
    expect((await now(desk, trekk)).registered).toMatchObject({ versjon: 1 });
    const [first, second] = desk.seen;
    expect(desk.seen).toHaveLength(2);
    expect(second?.body).toBe(first?.body);
    expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key']);
  });

  it('rests longer and longer, at most an hour, and is never given up', async () => {
    const desk = await openTrekkDesk();
    const trekk = await confirmed(desk);
    await desk.sender.drain();
    const triedAfter: number[] = [];
    for (const rest of [5, 30, 120, 600, 3600, 3600, 3600]) {
      desk.move(rest * 1000 - 900, rest * 1000 - 900);
      await desk.sender.drain();
      triedAfter.push(desk.seen.length);
      desk.move(900, 900);
      await desk.sender.drain();
    }
    expect(triedAfter).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(desk.seen).toHaveLength(8);
    expect((await now(desk, trekk)).act).toMatchObject({ state: 'ukjent', sending: { attempts: 8 } });
  });

  it.each<[string, Answer, string, object]>([
    ['400', refuses(400, 'ULD-006'), 'api-bad-input', { violations: [] }],
    ['403', refuses(403, 'ULD-005'), 'api-unauthorised', { violations: [] }],
    [
      '422: each entry at its field',
      refuses(422, 'ULD-010', {
        avvik: [
          {
            vilkaarnavn: 'TREKKPERIODE_FOR_LANG',
            avvikstekst: 'For lang.',
            felt: '/trekkstoerrelseForPeriode/0/sluttdato',
          },
          { vilkaarnavn: 'NOE_NYTT', avvikstekst: 'En ny regel.' },
        ],
      }),
      'api-rules-broken',
      {
        violations: [
          { rule: null, level: 'error', code: 'TREKKPERIODE_FOR_LANG', field: 'periods.0.to', text: 'For lang.' },
          { rule: null, level: 'error', code: 'NOE_NYTT', field: '', text: 'En ny regel.' },
        ],
      },
    ],
    ['409 ULD-020', refuses(409, 'ULD-020'), 'api-key-reused', { violations: [] }],
    ['409 ULD-021', refuses(409, 'ULD-021'), 'api-duplicate', { violations: [] }],
    ['409 ULD-023', refuses(409, 'ULD-023'), 'api-wrong-state', { violations: [] }],
  ])('%s: refused, and sent no more', async (_name, no, code, refusal) => {
    const desk = await openTrekkDesk();
    const trekk = await confirmed(desk);
    desk.answer(no);
    expect(await desk.sender.drain()).toBe(false);
    const refused = await now(desk, trekk);
    expect(refused.act).toMatchObject({ state: 'avvist', sending: null, refusal: { ...refusal, error: { code } } });
    expect(refused.registered).toBeNull();
    expect((await journalRows(desk)).find(({ action }) => action === 'sent')?.outcome).toBe('turned-down');
    desk.move(HOUR, HOUR);
    await desk.sender.drain();
    expect(desk.seen).toHaveLength(1);

    // Corrected, checked and confirmed again it is another message, under another key.
    const draft = value(await backToDraft(desk, seen(refused)));
    expect(draft.act).toMatchObject({ state: 'utkast', refusal });
  });

  it('refused and confirmed again: another key', async () => {
    const desk = await openTrekkDesk();
    const debtorCase = await decidedCase(desk);
    const first = value(await confirmAct(desk, seen(await readyTrekk(desk, debtorCase))));
    desk.answer(refuses(409, 'ULD-023'));
    await desk.sender.drain();
    value(await backToDraft(desk, seen(await now(desk, first))));
    const second = value(await confirmAct(desk, seen(await readyTrekk(desk, debtorCase))));
    expect(second.id).toBe(first.id);
    desk.answer(accepts());
    await desk.sender.drain();
    const [one, two] = desk.seen.map(({ headers }) => headers['idempotency-key']);
    expect(two).not.toBe(one);
    expect((await now(desk, first)).registered).not.toBeNull();
  });

  it('after a doubt a 403 settles nothing', async () => {
    const desk = await openTrekkDesk();
    const trekk = await confirmed(desk);
    await desk.sender.drain();
    desk.move(5000, 5000);
    desk.answer(refuses(403, 'ULD-005'));
    await desk.sender.drain();
    expect((await now(desk, trekk)).act).toMatchObject({ state: 'ukjent', sending: { attempts: 2 } });
  });

  it('a duplicate after a doubt is no proof that it is ours: refused', async () => {
    const desk = await openTrekkDesk();
    const trekk = await confirmed(desk);
    await desk.sender.drain();
    desk.move(5000, 5000);
    desk.answer(refuses(409, 'ULD-021'));
    await desk.sender.drain();
    expect((await now(desk, trekk)).act).toMatchObject({
      state: 'avvist',
      refusal: { error: { code: 'api-duplicate' } },
    });
  });

  it('409 changed since: an utkast again, whose lookup proves nothing any more', async () => {
    const desk = await openTrekkDesk();
    const trekk = await confirmed(desk);
    desk.answer(refuses(409, 'ULD-022'));
    expect(await desk.sender.drain()).toBe(false);
    const draft = await now(desk, trekk);
    expect(draft.act).toMatchObject({ state: 'utkast', what: { content: { samordning: null } } });
    expect(draft.events.at(-1)).toMatchObject({ event: 'changed-since', act: 'registrer' });
  });

  it('401: not sent, and tried again', async () => {
    const desk = await openTrekkDesk();
    const trekk = await confirmed(desk);
    desk.answer(refuses(401, 'ULD-004'));
    await desk.sender.drain();
    expect((await now(desk, trekk)).act).toMatchObject({
      state: 'sendes',
      sending: { attempts: 1, error: { code: 'api-unauthenticated' } },
    });
    desk.answer(accepts());
    desk.move(5000, 5000);
    await desk.sender.drain();
    expect((await now(desk, trekk)).registered).toMatchObject({ versjon: 1 });
  });

  it.each(['no-identity', 'mp-unavailable', 'api-not-public', 'net-no-contact'] as const)(
    '%s: not sent, says so, and may be taken back',
    async (code) => {
      const desk = await openTrekkDesk({
        registers: {
          tell: async () => ({ state: 'not-sent', failure: failure(code) }),
          trekk: async () => ({ state: 'failed', failure: failure(code) }),
        },
      });
      const trekk = await confirmed(desk);
      await desk.sender.drain();
      const unsent = await now(desk, trekk);
      expect(unsent.act).toMatchObject({ state: 'sendes', sending: { error: { code } } });
      expect(value(await backToDraft(desk, seen(unsent))).act).toMatchObject({ state: 'utkast', sending: null });
      expect(await desk.sender.drain()).toBe(false);
      expect((await messages(desk, trekk)).map(({ state }) => state)).toEqual(['withdrawn']);
    },
  );
});

describe('exactly once', () => {
  it('two presses at once: one message', async () => {
    const desk = await openTrekkDesk();
    const ready = await readyTrekk(desk, await decidedCase(desk));
    const presses = await Promise.all([confirmAct(desk, seen(ready)), confirmAct(desk, seen(ready))]);
    expect(presses.map((press) => (press.ok ? press.value.act?.state : press.error.code)).toSorted()).toEqual([
      'sendes',
      'version-conflict',
    ]);
    desk.answer(accepts());
    await desk.sender.drain();
    await desk.sender.drain();
    expect(desk.seen).toHaveLength(1);
    expect(await messages(desk, ready)).toHaveLength(1);
  });

  it('a program that ends while it sends says at the next start that nobody knows, and sends the same again', async () => {
    const desk = await openTrekkDesk();
    const trekk = await confirmed(desk);
    const [message] = await messages(desk, trekk);
    for (const start of [1, 2]) {
      // As the store is left when the program dies between «it leaves» and its ending.
      value(
        await desk.store.write(async (db) => {
          await updateOutbox(db, message?.id ?? '', { trying: true });
          return ok(null);
        }),
      );
      value(await recoverOutbox(desk.store, desk.now()));
      expect((await now(desk, trekk)).act).toMatchObject({ state: 'ukjent', sending: { attempts: start } });
    }
    desk.answer(accepts({}, 200));
    await new Outbox(desk.outboxPorts).drain();
    const after = await now(desk, trekk);
    expect(after.registered).not.toBeNull();
    expect(after.events.filter(({ event }) => event === 'sent-unknown')).toHaveLength(1);
    expect(desk.seen[0]?.headers['idempotency-key']).toBe(message?.idempotencyKey);
  });

  it('what was confirmed is neither changed nor removed, and what has ended stays ended: the database refuses', async () => {
    const desk = await openTrekkDesk();
    const trekk = await confirmed(desk);
    const change = (set: object) =>
      desk.store.write(async (db) => {
        await db.updateTable('outbox').set(set).where('trekkId', '=', trekk.id).execute();
        return ok(null);
      });
    const refused = /SQLITE_CONSTRAINT|what was confirmed is not changed|stays ended|may have left|append-only/;
    await expect(change({ body: '{}' })).rejects.toThrow(refused);
    await expect(change({ idempotencyKey: 'another' })).rejects.toThrow(refused);
    await expect(change({ path: 'utleggstrekk/x' })).rejects.toThrow(refused);
    await expect(change({ ifMatch: '"2"' })).rejects.toThrow(refused);
    await expect(desk.store.write(async (db) => ok(await db.deleteFrom('outbox').execute()))).rejects.toThrow(refused);
    await desk.sender.drain();
    await expect(change({ state: 'withdrawn' })).rejects.toThrow(refused);
    desk.move(HOUR, HOUR);
    desk.answer(accepts());
    await desk.sender.drain();
    await expect(change({ state: 'waiting' })).rejects.toThrow(refused);
  });

  it('a clock that is set back a year delays nothing: the other one goes on', async () => {
    const desk = await openTrekkDesk();
    await confirmed(desk);
    await desk.sender.drain();
    desk.setNow('2025-11-21T09:00:00.000Z');
    desk.move(-365 * 24 * HOUR, 5000);
    await desk.sender.drain();
    expect(desk.seen).toHaveLength(2);
  });

  it('a PC that slept, whose steady clock stood still, goes by the other', async () => {
    const desk = await openTrekkDesk();
    await confirmed(desk);
    await desk.sender.drain();
    desk.move(8 * HOUR, 0);
    await desk.sender.drain();
    expect(desk.seen).toHaveLength(2);
  });

  it('locked: what is on its way is waited for, nothing new leaves, and at unlocking it goes on at once', async () => {
    const desk = await openTrekkDesk();
    const first = await confirmed(desk);
    desk.answer((request, response) => {
      desk.sender.stand();
      accepts()(request, response, 1);
    });
    await desk.sender.drain();
    expect((await now(desk, first)).registered).toBeNull();
    desk.sender.resume();
    await desk.sender.drain();
    expect((await now(desk, first)).registered).not.toBeNull();
    expect(desk.seen).toHaveLength(1);
  });

  it('«send now» does not wait for the rest to be over', async () => {
    const desk = await openTrekkDesk();
    const trekk = await confirmed(desk);
    await desk.sender.drain();
    value(await sendNow(desk, { trekkId: trekk.id }));
    await desk.sender.drain();
    expect(desk.seen).toHaveLength(2);
  });
});
