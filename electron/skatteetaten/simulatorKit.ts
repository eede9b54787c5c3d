import { spawn } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll } from 'vitest';
import { openPkcs12 } from '../certificate/openPkcs12.ts';
import type { SigningIdentity } from '../certificate/Signer.ts';
import type { SimulatorDescription } from '../training/description.ts';
import type { CallRecord } from '../training/records.ts';

/** How many calls the simulator has had of one kind, and how it went. */
interface Counts {
  readonly calls: Readonly<Record<string, { calls: number; maxSimultaneous: number; refusedForConcurrency: number }>>;
  readonly tokensIssued: number;
  readonly jtiReuse: number;
  readonly warnings: readonly string[];
}

/** The strict simulator, as its own process over real HTTP, for one test file. */
export interface RunningSimulator {
  readonly description: SimulatorDescription;
  readonly clientId: (shows: RegExp) => string;
  readonly certificate: (name: string) => SigningIdentity;
  readonly registeredKey: () => SigningIdentity;
  readonly order: (target: string, fault: object, times?: number) => Promise<void>;
  readonly set: (settings: object) => Promise<void>;
  readonly reset: () => Promise<void>;
  readonly clearFaults: () => Promise<void>;
  readonly counts: () => Promise<Counts>;
  /** The calls that have been answered, the oldest first. */
  readonly calls: () => Promise<readonly CallRecord[]>;
}

/** `args`: further arguments to the simulator. */
export async function startSimulator(args: readonly string[] = []): Promise<RunningSimulator> {
  const folder = mkdtempSync(path.join(tmpdir(), 'saksbord-simulator-'));
  const script = path.join(import.meta.dirname, '../training/simulatorProcess.ts');
  const child = spawn(process.execPath, [script, '--standalone', '--dir', folder, '--with-spesifisert', ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  afterAll(async () => {
    child.stdin.end();
    await ended;
    rmSync(folder, { recursive: true });
  });
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), ended]);
  if (typeof line !== 'string') throw new Error(`The simulator ended with ${line}`);
  const description: SimulatorDescription = JSON.parse(line);

  const control = async (method: string, route: string, body?: object): Promise<unknown> => {
    const { url, header, secret } = description.control;
    const response = await fetch(url + route, {
      method,
      headers: { [header]: secret },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${route}: ${text}`);
    return text === '' ? null : JSON.parse(text);
  };

  const clientNamed = (shows: RegExp) => {
    const client = description.clients.find((one) => shows.test(one.shows));
    if (client === undefined) throw new Error(`no client that shows ${shows}`);
    return client;
  };

  return {
    description,
    clientId: (shows) => clientNamed(shows).clientId,
    certificate: (name) => readCertificate(description, name),
    registeredKey: () => {
      const { key } = clientNamed(/^key mode/);
      if (key === undefined) throw new Error('the key client has no key');
      return {
        header: { kid: key.kid },
        orgNumber: null,
        fingerprint: key.kid,
        privateKey: createPrivateKey(readFileSync(key.privateKeyPath)),
      };
    },
    order: async (target, fault, times) => {
      await control('POST', 'faults', { target, fault, ...(times === undefined ? {} : { times }) });
    },
    set: async (settings) => {
      await control('PATCH', 'settings', settings);
    },
    reset: async () => {
      await control('POST', 'reset');
      await control('PATCH', 'settings', { latency: [0, 0] });
    },
    clearFaults: async () => {
      await control('DELETE', 'faults');
    },
    counts: async () => (await control('GET', 'counts')) as Counts,
    calls: async () => (await control('GET', 'calls')) as readonly CallRecord[],
  };
}

/** The first key pair of one of the simulator's p12 files, with the other certificates behind it. */
function readCertificate({ certificates }: SimulatorDescription, name: string): SigningIdentity {
  const file = certificates.find((one) => one.name === name);
  const opened = file && openPkcs12(readFileSync(file.path), file.password);
  const pair = opened?.ok ? opened.value.pairs[0] : undefined;
  if (file === undefined || pair === undefined) throw new Error(`no certificate ${name}`);
  return {
    header: { x5c: [pair.certificate.raw.toString('base64')] },
    orgNumber: file.organisationNumber,
    fingerprint: pair.certificate.fingerprint256,
    privateKey: createPrivateKey({ key: pair.pkcs8, format: 'der', type: 'pkcs8' }),
  };
}
