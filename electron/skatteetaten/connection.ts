import type { Failure } from '../../shared/ipc/errors.ts';
import type { Result } from '../../shared/result.ts';
import type { Environment } from '../../shared/session.ts';
import type { ClientSettings } from '../../shared/settings.ts';
import type { Registers } from '../cases/Registers.ts';
import type { SigningIdentity } from '../certificate/Signer.ts';
import type { DebtorRegisters } from '../debtors/DebtorRegisters.ts';
import { lookUpSamordnetTrekk } from '../elan/samordnetTrekk.ts';
import { stillValid, tokenClient } from '../maskinporten/client.ts';
import { requestToken } from '../maskinporten/requestToken.ts';
import { type ConnectionStep, testConnection } from '../maskinporten/testConnection.ts';
import { createTokens, type RequestToken } from '../maskinporten/tokens.ts';
import type { TrekkRegisters } from '../outbox/OutboxPorts.ts';
import { readTrekk } from '../utleggsdatabasen/readTrekk.ts';
import { tellRegister } from '../utleggsdatabasen/tellRegister.ts';
import { lookUpUtlegg } from '../utleggsdatabasen/utlegg.ts';
import type { Skatteetaten } from './ask.ts';
import { type Addresses, addressList } from './endpoints.ts';
import { createHttp, type Fetch } from './http.ts';
import { lookUpIncome } from './inntekt.ts';
import type { Desk } from './lookup.ts';
import { createQueues } from './queue.ts';
import { lookUpNewestYear } from './sisteSkatteoppgjoer.ts';
import { lookUpTaxBasis } from './skattegrunnlag.ts';
import type { Time } from './time.ts';

export interface ConnectionPorts {
  readonly environment: Environment;
  readonly addresses: Addresses;
  readonly fetch: Fetch;
  /** For messages: never sends one twice by itself, as a browser may on a connection that was kept open and has died. */
  readonly fetchOnce: Fetch;
  readonly time: Time;
  /** What IT has set now, and who we are now: asked for at every use, so that a change holds from the next lookup on. */
  readonly settings: () => ClientSettings;
  readonly identity: () => Promise<Result<SigningIdentity, Failure>>;
}

/** The way to the authorities: one per running program, so that queues and tokens are shared by everything that asks. */
export interface Connection {
  registers(desk: Desk): Registers;
  debtorRegisters(): DebtorRegisters;
  trekkRegisters(): TrekkRegisters;
  test(signal: AbortSignal): Promise<ConnectionStep[]>;
  /** Forgets tokens and remembered errors: at lock, and when settings or identity change. */
  forget(): void;
}

/** Puts identity, settings, tokens, queues and the network together. */
export function createConnection(ports: ConnectionPorts): Connection {
  const { environment, addresses, time, settings } = ports;
  const http = createHttp(ports.fetch, addressList(addresses), time);
  const httpOnce = createHttp(ports.fetchOnce, addressList(addresses), time);
  const request: RequestToken = (...question) => requestToken({ http, time }, ...question);
  const tokens = createTokens(request, time.now);
  const client = (identity: SigningIdentity) => tokenClient(environment, settings(), addresses.maskinporten, identity);

  const token: Skatteetaten['token'] = async (scope, signal) => {
    const identity = await ports.identity();
    const valid = identity.ok ? stillValid(identity.value, time.now().wall) : identity;
    const ready = valid.ok ? client(valid.value) : valid;
    return ready.ok ? tokens.get(ready.value, scope, signal) : ready;
  };
  const queues = createQueues();
  const now = (): Skatteetaten => ({
    http,
    time,
    token,
    dropToken: tokens.drop,
    queues,
    addresses,
    settings: settings(),
    environment,
  });

  const asking = (desk: Desk): Omit<Registers, 'packages'> => ({
    tryAgain: tokens.forgetFailures,
    income: (lookup) => lookUpIncome(now(), { ...lookup, desk }),
    taxBasis: (lookup) => lookUpTaxBasis(now(), { ...lookup, desk }),
    newestYear: (lookup) => lookUpNewestYear(now(), lookup),
  });

  return {
    registers: (desk) => ({
      ...asking(desk),
      get packages() {
        return settings().packages[desk];
      },
    }),
    debtorRegisters: () => ({
      ...asking('collection'),
      get packages() {
        return settings().packages.collection;
      },
      samordnetTrekk: (lookup) => lookUpSamordnetTrekk(now(), lookup),
      utlegg: (lookup) => lookUpUtlegg(now(), lookup),
    }),
    trekkRegisters: () => ({
      tell: (message, following) => tellRegister({ ...now(), http: httpOnce }, message, following),
      trekk: (lookup) => readTrekk(now(), lookup),
    }),
    test: (signal) => {
      tokens.forgetFailures();
      const { scopes } = settings();
      const served = {
        ...scopes,
        samordnetTrekk: addresses.samordnetTrekk ? scopes.samordnetTrekk : null,
        utlegg: addresses.utleggsdatabasen ? scopes.utlegg : null,
      };
      return testConnection({ identity: ports.identity, client, request, now: time.now }, served, signal);
    },
    forget: tokens.clear,
  };
}
