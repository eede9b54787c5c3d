import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { SimulatorDescription } from '../electron/training/description.ts';
import type { Fault, Target } from '../electron/training/faults.ts';
import type { CallRecord } from '../electron/training/records.ts';
import type { AcceptedWrite } from '../electron/training/register/listRegistrations.ts';
import type { Settings } from '../electron/training/settings.ts';

/** Shared by all tests of a run, so that keys and certificates are made once. */
const FOLDER = path.join(tmpdir(), 'saksbord-e2e-simulator');
const ENTRY = path.resolve(import.meta.dirname, '../electron/training/simulatorProcess.ts');

/** The strict simulator in a process of its own, and the hand that makes it fail. */
export interface Simulator {
  readonly description: SimulatorDescription;
  /** A fault at an endpoint: for one person or everyone, a number of times or until `mend`. */
  readonly fault: (target: Target, fault: Fault, only?: { person?: string; times?: number }) => Promise<void>;
  readonly mend: () => Promise<void>;
  readonly set: (settings: Partial<Settings>) => Promise<void>;
  /** Every call that has been answered, oldest first, without anything that says whom it was about. */
  readonly calls: () => Promise<readonly CallRecord[]>;
  /** Calls that have reached an endpoint, answered or not. */
  readonly asked: (target: Target) => Promise<number>;
  /** Every write that was accepted, oldest first of each kind. */
  readonly registrations: () => Promise<readonly AcceptedWrite[]>;
  /** The namsmann registers a trekk on someone now: a lookup made before no longer holds. Kroner a month. */
  readonly registerForAnother: (trekk: { nationalId: string; kroner: number; letter: 'a' | 'e' }) => Promise<void>;
  /** A certificate file by its name. */
  readonly certificate: (name: string) => { readonly path: string; readonly password: string };
  /** The client that shows something, as in electron/training/organisations.ts. */
  readonly clientId: (shows: RegExp) => string;
  /** Ends it: from now on there is no contact. */
  readonly stop: () => Promise<void>;
  /** Ends it as a power cut does. */
  readonly kill: () => Promise<void>;
}

const emptyRegister = (): string =>
  path.join(mkdtempSync(path.join(tmpdir(), 'saksbord-registrations-')), 'registrations.jsonl');

/**
 * Starts a simulator that answers at once, where nobody has registered anything, and waits until it listens. `args`: more of simulatorProcess.ts's
 * own, such as `--people`, or `--registrations` with the file of one that ran before.
 */
export async function startSimulator(...args: readonly string[]): Promise<Simulator> {
  const all = [ENTRY, '--standalone', '--dir', FOLDER, '--registrations', emptyRegister(), ...args];
  const child = spawn(process.execPath, all, {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), ended]);
  if (typeof line !== 'string') throw new Error(`the simulator ended with ${line}`);
  const description: SimulatorDescription = JSON.parse(line);
  const { url, header, secret } = description.control;

  const control = async (method: string, route: string, body?: object): Promise<unknown> => {
    const response = await fetch(url + route, {
      method,
      headers: { [header]: secret },
      signal: AbortSignal.timeout(10_000),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${route}: ${text}`);
    return text === '' ? null : JSON.parse(text);
  };
  const found = <T>(what: string, one: T | undefined): T => {
    if (one === undefined) throw new Error(`the simulator has no ${what}`);
    return one;
  };

  const simulator: Simulator = {
    description,
    fault: async (target, fault, only = {}) => {
      await control('POST', 'faults', { target, fault, ...only });
    },
    mend: async () => {
      await control('DELETE', 'faults');
    },
    set: async (settings) => {
      await control('PATCH', 'settings', settings);
    },
    calls: async () => (await control('GET', 'calls')) as readonly CallRecord[],
    asked: async (target) => {
      const { calls } = (await control('GET', 'counts')) as { calls: Record<Target, { calls: number }> };
      return calls[target].calls;
    },
    registrations: async () => (await control('GET', 'registrations')) as readonly AcceptedWrite[],
    registerForAnother: async (trekk) => {
      await control('POST', 'others-trekk', trekk);
    },
    certificate: (name) =>
      found(
        `certificate ${name}`,
        description.certificates.find((one) => one.name === name),
      ),
    clientId: (shows) =>
      found(
        `client ${shows}`,
        description.clients.find((one) => shows.test(one.shows)),
      ).clientId,
    stop: async () => {
      child.stdin.end();
      await ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
  await simulator.set({ latency: [0, 0] });
  return simulator;
}
