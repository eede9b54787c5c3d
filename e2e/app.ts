import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';

const root = path.resolve(import.meta.dirname, '..');

/** One running program with a window, as a test holds it. */
export type RunningApp = {
  readonly app: ElectronApplication;
  /** The first window. Choosing whom to practise as and locking replace it: `replaced` gives the next one. */
  readonly page: Page;
  /** `--user-data-dir`: everything the program writes. Start the program again on it to test reopening. */
  readonly profileDir: string;
  /** What the program has written to standard output and error from its first line on. */
  readonly logs: () => string;
  /** What went wrong inside the windows so far: uncaught errors, and what the console calls errors, such as a refused script or style. */
  readonly problems: () => readonly string[];
  /** Ends the program in the ordinary way; removes the profile unless the test gave it. The log can still be read. */
  readonly close: () => Promise<void>;
  /** Ends it as a power cut does: no chance to save. The profile stays. */
  readonly kill: () => Promise<void>;
};

/** Waits for something that has no time limit of its own, and says what it was when that never comes. */
export async function within<T>(seconds: number, what: string, awaited: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not answer within ${seconds} s`)), seconds * 1000);
  });
  return Promise.race([awaited, late]).finally(() => clearTimeout(timer));
}

/**
 * Runs `app.evaluate(…)` until its answer is heard: V8's inspector loses one now and then, when the main process collects garbage meanwhile.
 * What is run must bear being run twice.
 */
export async function inMain<R>(evaluate: () => Promise<R>): Promise<R> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await within(10, 'the main process', evaluate());
    } catch (error) {
      if (tries === 10 || !String(error).includes('promise was garbage collected')) throw error;
    }
  }
}

/**
 * Starts the built program in a real window, each time on a profile of its own.
 * @param options.args further arguments, such as `--training`
 * @param options.env further environment variables
 * @param options.profileDir a profile that is kept, to start again on it
 * @param options.endpointsFile path of a JSON file that replaces the authorities' hosts (SAKSBORD_ENDPOINTS)
 */
export async function launchApp(
  options: { args?: string[]; env?: Record<string, string>; profileDir?: string; endpointsFile?: string } = {},
): Promise<RunningApp> {
  if (process.env.SAKSBORD_ELECTRON === undefined) {
    throw new Error('Run this through npm test: it finds Electron and a keychain.');
  }
  const logDir = mkdtempSync(path.join(tmpdir(), 'saksbord-log-'));
  const logFile = path.join(logDir, 'output.log');
  const profileDir = options.profileDir ?? mkdtempSync(path.join(tmpdir(), 'saksbord-profile-'));
  const env: Record<string, string> = { SAKSBORD_TEST_LOG: logFile };
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value;
  if (options.endpointsFile !== undefined) env.SAKSBORD_ENDPOINTS = options.endpointsFile;

  const app = await _electron.launch({
    executablePath: path.join(import.meta.dirname, 'electron.sh'),
    args: [root, `--user-data-dir=${profileDir}`, ...(options.args ?? [])],
    env: { ...env, ...options.env },
    // Chromium refuses its sandbox to root; everyone else tests with it.
    chromiumSandbox: process.getuid?.() !== 0,
  });
  app.context().setDefaultTimeout(10_000);
  const problems: string[] = [];
  app.context().on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  app.context().on('weberror', (thrown) => problems.push(String(thrown.error())));
  const child = app.process();
  let finalLog: string | undefined;
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve())).then(() => {
    finalLog = readFileSync(logFile, 'utf8');
    rmSync(logDir, { recursive: true });
  });

  const page = await app.firstWindow().catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });

  return {
    app,
    page,
    profileDir,
    problems: () => problems,
    logs: () => finalLog ?? readFileSync(logFile, 'utf8'),
    close: async () => {
      await within(20, 'the program', app.close());
      await within(10, 'the end of the log', ended);
      if (options.profileDir === undefined) rmSync(profileDir, { recursive: true, force: true });
    },
    kill: async () => {
      child.kill('SIGKILL');
      await within(10, 'the end of the log', ended);
    },
  };
}
