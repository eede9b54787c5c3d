import { cpSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CallInput, CallName, CallOutput } from '../../shared/ipc/contract.ts';
import type { CallError } from '../../shared/ipc/errors.ts';
import type { Result } from '../../shared/result.ts';
import { launchApp, type RunningApp, within } from '../app.ts';
import { tryCall } from '../program.ts';
import { type Simulator, startSimulator } from '../simulator.ts';
import { peopleArgs, type Template } from './prepare.ts';

/** What a machine that is busy needs to bury a process. */
const AGAIN_MS = 1000;

interface Started {
  readonly running: RunningApp;
  /** The order it was started with; a death that nobody else dealt is by it. */
  readonly killAt: string | null;
  isDead: boolean;
}

/**
 * The program on a profile and the simulator on a register, each in its own process and each as easily killed; both come back on what they had
 * written. Counts how the program died.
 */
export class Rig {
  readonly deaths = new Map<string, number>();
  readonly #profileDir: string;
  readonly #registrations: string;
  #simulator: Simulator | null = null;
  #port = '0';
  #started: Started | null = null;

  /** On copies of the template. The profile lies in `disk`, the register in `folder`. */
  constructor(template: Template, disk: string, folder: string) {
    this.#profileDir = path.join(disk, 'profile');
    this.#registrations = path.join(folder, 'registrations.jsonl');
    cpSync(template.profileDir, this.#profileDir, { recursive: true });
    cpSync(template.registrations, this.#registrations);
  }

  /** The simulator that runs, started on its register and its port again when it has been killed. */
  async simulator(): Promise<Simulator> {
    this.#simulator ??= await startSimulator(
      ...peopleArgs,
      '--registrations',
      this.#registrations,
      '--port',
      this.#port,
    );
    this.#port = new URL(this.#simulator.description.control.url).port;
    return this.#simulator;
  }

  async killSimulator(): Promise<void> {
    const simulator = this.#simulator;
    this.#simulator = null;
    await simulator?.kill();
  }

  /** Starts the program when none runs. `killAt`: with this order, in the place of the one that runs; it may follow it before there is a window. */
  async start(killAt: string | null = null): Promise<void> {
    if (killAt !== null) await this.kill();
    if (this.isRunning()) return;
    await this.#bury();
    const { description } = await this.simulator();
    for (let tries = 1; ; tries += 1) {
      try {
        const running = await launchApp({
          profileDir: this.#profileDir,
          args: ['--training'],
          endpointsFile: description.endpointsFile,
          env: killAt === null ? {} : { SAKSBORD_KILL_AT: killAt },
        });
        const started: Started = { running, killAt, isDead: false };
        this.#started = started;
        running.app.process().once('exit', () => this.#died(started));
        return;
      } catch (error) {
        // Playwright now and then waits in vain for a program that has started; and one that was killed may not be quite gone, so that the next
        // thinks that it is the second, and leaves in good order. Both are only to be tried again.
        const isLost = /Timeout|exitCode=0/.test(String(error));
        if (!isLost && killAt !== null) {
          this.#count(nameOf(killAt));
          return;
        }
        if (tries === 3) throw error;
        await pause(AGAIN_MS);
      }
    }
  }

  isRunning(): boolean {
    return this.#started !== null && !this.#started.isDead;
  }

  /** SIGKILL, when it runs. */
  async kill(): Promise<void> {
    if (this.#started && !this.#started.isDead) {
      this.#started.isDead = true;
      this.#count('at a random time');
    }
    await this.#bury();
  }

  /** Makes a call as the page does; null when no answer comes. */
  async ask<N extends CallName>(
    name: N,
    input: CallInput<N>,
    seconds = 10,
  ): Promise<Result<CallOutput<N>, CallError> | null> {
    const started = this.#started;
    if (!started || started.isDead) return null;
    return within(seconds, name, tryCall(started.running.page, name, input)).catch(() => null);
  }

  /** The same until an answer comes: the inspector loses one now and then. What is asked must bear being asked twice. */
  async askAgain<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>, CallError>> {
    for (let tries = 1; tries <= 3; tries += 1) {
      const answer = await this.ask(name, input);
      if (answer !== null) return answer;
    }
    throw new Error(`${name} is not answered`);
  }

  /** The window of the program that runs. */
  window(): RunningApp {
    if (!this.#started) throw new Error('the program does not run');
    return this.#started.running;
  }

  async end(): Promise<void> {
    if (this.#started) this.#started.isDead = true;
    await this.#bury();
    await this.#simulator?.kill();
  }

  #died(started: Started): void {
    if (started.isDead) return;
    started.isDead = true;
    this.#count(started.killAt === null ? 'by itself' : nameOf(started.killAt));
  }

  /** Waits until it is gone, and its log with it. */
  async #bury(): Promise<void> {
    const started = this.#started;
    this.#started = null;
    await started?.running.kill();
  }

  #count(how: string): void {
    this.deaths.set(how, (this.deaths.get(how) ?? 0) + 1);
  }
}

/** `sent:2` → `at sent` */
const nameOf = (killAt: string): string => `at ${killAt.split(':')[0]}`;
