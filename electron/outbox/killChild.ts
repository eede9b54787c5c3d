import { once } from 'node:events';
import type { Instant } from '../../shared/dates.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import { defaultSettings } from '../../shared/settings.ts';
import { createJournal } from '../journal/Journal.ts';
import { openPersonHash } from '../journal/personHash.ts';
import { AccessToken } from '../maskinporten/AccessToken.ts';
import type { Skatteetaten } from '../skatteetaten/ask.ts';
import { createHttp } from '../skatteetaten/http.ts';
import { createQueues } from '../skatteetaten/queue.ts';
import { systemTime } from '../skatteetaten/time.ts';
import { openStore } from '../storage/open.ts';
import { confirmAct } from '../trekk/confirmAct.ts';
import { openTrekk } from '../trekk/openTrekk.ts';
import { readTrekk } from '../utleggsdatabasen/readTrekk.ts';
import { tellRegister } from '../utleggsdatabasen/tellRegister.ts';
import { Outbox } from './Outbox.ts';
import { killAt, nothingHappens } from './points.ts';
import { recoverOutbox } from './recoverOutbox.ts';

/**
 * The program that killed.itest.ts kills: opens the store, confirms the trekk unless that is done, and sends until nothing waits. It ends itself
 * without warning at the point it is told.
 */
export interface Order {
  readonly folder: string;
  /** Hex, 32 bytes. */
  readonly key: string;
  readonly base: string;
  readonly trekkId: string;
  readonly now: Instant;
  readonly organisationNumber: string;
  readonly killAt: string | null;
}

const value = <T>(result: Result<T, Failure>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

const [order] = (await once(process, 'message')) as [Order];
const { base, trekkId } = order;
const now = () => order.now;
const secrets = {
  read: async () => ok(Uint8Array.from(Buffer.from(order.key, 'hex'))),
  write: async () => ok(undefined),
  erase: async () => ok(undefined),
};
const { store } = value(await openStore(order.folder, secrets, now));
const journal = createJournal(store, value(await openPersonHash(secrets)), now);
const skatteetaten: Skatteetaten = {
  http: createHttp(fetch, [base], systemTime),
  time: systemTime,
  token: async () => ok(new AccessToken('token')),
  dropToken: () => {},
  queues: createQueues(),
  addresses: {
    maskinporten: { issuer: `${base}/`, tokenEndpoint: `${base}/token` },
    inntekt: base,
    summertSkattegrunnlag: base,
    spesifisertSkattegrunnlag: null,
    sisteTilgjengeligeSkatteoppgjoer: base,
    utleggsdatabasen: base,
    samordnetTrekk: base,
  },
  settings: defaultSettings,
  environment: 'training',
};
const ports = {
  ...{ store, journal, now, environment: 'training' as const },
  reached: order.killAt === null ? nothingHappens : killAt(order.killAt),
  notify: () => {},
  registers: {
    tell: (...told: DropFirst<Parameters<typeof tellRegister>>) => tellRegister(skatteetaten, ...told),
    trekk: (lookup: Parameters<typeof readTrekk>[1]) => readTrekk(skatteetaten, lookup),
  },
};
type DropFirst<T extends readonly unknown[]> = T extends readonly [unknown, ...infer Rest] ? Rest : never;

value(await recoverOutbox(store, now()));
const outbox = new Outbox({
  ...ports,
  time: systemTime,
  bug: (thrown) => {
    throw thrown;
  },
});
const desk = {
  ...ports,
  outbox,
  actor: () => ({ userName: 'Ivar', role: 'collection' as const }),
  organisationNumber: () => order.organisationNumber,
  municipality: () => 'Fjellvik kommune',
  authenticatedAs: async () => order.organisationNumber,
};
const { act, version } = value(await openTrekk(desk, { trekkId }));
if (act?.state === 'kontrollert') value(await confirmAct(desk, { trekkId, expectedVersion: version }));
if (await outbox.drain()) throw new Error('something waits');
await store.close();
process.disconnect();
