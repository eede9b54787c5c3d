import { createPrivateKey, type KeyObject, randomUUID, sign } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SimulatorDescription } from './description.ts';
import type { Settings } from './settings.ts';
import { type SimulatorOptions, startSimulator } from './simulator.ts';

/** A folder for keys and certificates that tests share, so that they are made once per machine. */
const TEST_FOLDER = join(tmpdir(), 'saksbord-training-tests');

/** What signs an assertion, and how it says so in the header. */
export interface Signer {
  readonly clientId: string;
  readonly key: KeyObject;
  readonly header: Readonly<Record<string, unknown>>;
}

/** A client of the simulator that is made of nothing but node:crypto and fetch, so that tests do not lean on the app's own. */
export interface TrainingClient {
  readonly description: SimulatorDescription;
  readonly stop: () => Promise<void>;
  /** The registered key of the key-mode client. */
  readonly keySigner: Signer;
  /** Posts an assertion; claims and header members may be replaced. */
  readonly requestToken: (scope: string, signer?: Signer, claims?: Record<string, unknown>) => Promise<Response>;
  /** A token for the scope; throws when there is none. */
  readonly token: (scope: string, claims?: Record<string, unknown>) => Promise<string>;
  /** GET with a token. */
  readonly get: (url: string, token: string, headers?: Record<string, string>) => Promise<Response>;
  /** A call to the control endpoint. */
  readonly control: (method: string, path: string, body?: unknown) => Promise<Response>;
  readonly set: (settings: Partial<Settings>) => Promise<void>;
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Starts a simulator with these people, where nobody has registered anything, and speaks to it. */
export async function startTraining(
  options: Pick<SimulatorOptions, 'people'> & Partial<SimulatorOptions>,
): Promise<TrainingClient> {
  const { description, stop } = await startSimulator({
    folder: TEST_FOLDER,
    registrationsFile: join(mkdtempSync(join(tmpdir(), 'saksbord-registrations-')), 'registrations.jsonl'),
    port: 0,
    calendar: Date.now,
    withSpesifisert: false,
    ...options,
  });
  return trainingClient(description, stop);
}

/** Speaks to a simulator that runs. Answers come without natural delay. */
export async function trainingClient(
  description: SimulatorDescription,
  stop: () => Promise<void>,
): Promise<TrainingClient> {
  const client = description.clients.find(({ key }) => key);
  if (!client?.key) throw new Error('the simulator has no key-mode client');
  const keySigner: Signer = {
    clientId: client.clientId,
    key: createPrivateKey(readFileSync(client.key.privateKeyPath)),
    header: { kid: client.key.kid },
  };
  const requestToken: TrainingClient['requestToken'] = (scope, signer = keySigner, claims = {}) => {
    const iat = Math.floor(Date.now() / 1000);
    const all = {
      aud: description.issuer,
      iss: signer.clientId,
      scope,
      iat,
      exp: iat + 120,
      jti: randomUUID(),
      ...claims,
    };
    const input = `${encode({ alg: 'RS256', ...signer.header })}.${encode(all)}`;
    const assertion = `${input}.${sign('sha256', Buffer.from(input), signer.key).toString('base64url')}`;
    const body = new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });
    return fetch(description.tokenEndpoint, { method: 'POST', body });
  };
  const control: TrainingClient['control'] = (method, path, body) =>
    fetch(`${description.control.url}${path}`, {
      method,
      headers: { [description.control.header]: description.control.secret },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const set: TrainingClient['set'] = async (settings) => {
    const answer = await control('PATCH', 'settings', settings);
    if (!answer.ok) throw new Error(await answer.text());
  };
  await set({ latency: [0, 0] });
  return {
    description,
    stop,
    keySigner,
    requestToken,
    control,
    set,
    token: async (scope, claims) => {
      const answer = (await (await requestToken(scope, keySigner, claims)).json()) as { access_token?: string };
      if (!answer.access_token) throw new Error(JSON.stringify(answer));
      return answer.access_token;
    },
    get: (url, token, headers = {}) => fetch(url, { headers: { authorization: `Bearer ${token}`, ...headers } }),
  };
}
