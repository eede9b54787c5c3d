import type { AppUpdater } from 'electron-updater';
import type { Instant } from '../../shared/dates.ts';
import { type ErrorCode, failure } from '../../shared/ipc/errors.ts';
import type { UpdateMode, UpdateStatus } from '../../shared/update.ts';
import { toCallError } from '../ipc/reference.ts';
import { networkCode } from '../skatteetaten/http.ts';
import { FeedRefused } from './signedFolder.ts';

/** How often the folder is asked while the program runs. */
const CHECK_EVERY_MS = 6 * 3_600_000;
/** How long a start may wait for the folder before the caseworker gets the window. */
const START_MS = 10_000;

/** The part of electron-updater that is used. */
type Machinery = Pick<
  AppUpdater,
  | 'checkForUpdates'
  | 'downloadUpdate'
  | 'quitAndInstall'
  | 'autoDownload'
  | 'autoInstallOnAppQuit'
  | 'allowDowngrade'
  | 'disableWebInstaller'
  | 'logger'
  | 'on'
>;

export interface UpdaterPorts {
  readonly mode: UpdateMode;
  /** electron-updater, pointed at a SignedFolder; null when the mode is `off`. */
  readonly updater: Machinery | null;
  /** Is there a registration that has been confirmed here and not by the authority? */
  readonly isAnythingUnsent: () => Promise<boolean>;
  /** Was something fetched that has not been installed? Remembered between starts. */
  readonly fetched: { readonly read: () => Promise<boolean>; readonly write: (fetched: boolean) => Promise<void> };
  readonly now: () => Instant;
  readonly tell: (status: UpdateStatus) => void;
}

export interface Updater {
  readonly status: () => UpdateStatus;
  /** Asks the folder now; where the policy says so, what is new is fetched too. Never throws: what went wrong is in the status. */
  readonly check: () => Promise<void>;
  /** At start, before anyone works: installs what was fetched the last time. True when the program is on its way out; false when it goes on. */
  readonly installFetched: () => Promise<boolean>;
  /** Checks now, unless that was done at start, and every six hours. Returns how to stop. */
  readonly watch: () => () => void;
}

/** Looks after the program's own new versions as IT's policy says. What runs is never touched by anything that was refused. */
export function createUpdater({ mode, updater, isAnythingUnsent, fetched, now, tell }: UpdaterPorts): Updater {
  let status: UpdateStatus = { mode, state: 'unknown', version: null, checkedAt: null, error: null };
  if (updater === null) {
    const off: UpdateStatus = { ...status, state: 'off' };
    return {
      status: () => off,
      check: async () => undefined,
      installFetched: async () => false,
      watch: () => () => undefined,
    };
  }
  take(updater);
  let installing = false;
  // Unheard, an error event would end the process. While checking, what it tells also rejects the call that met it.
  updater.on('error', () => {
    if (installing) become({ state: 'refused', error: toCallError(failure('update-not-installed')) });
  });
  const become = (change: Partial<UpdateStatus>): void => {
    status = { ...status, ...change };
    tell(status);
  };

  const look = async (): Promise<void> => {
    become({ state: 'checking', error: null });
    const found = await updater.checkForUpdates();
    const version = found?.isUpdateAvailable ? found.updateInfo.version : null;
    become({ state: version === null ? 'newest' : 'available', version, checkedAt: now() });
    if (version === null || mode !== 'automatic') return;
    become({ state: 'downloading' });
    await updater.downloadUpdate();
    await fetched.write(true);
    become({ state: (await isAnythingUnsent()) ? 'waits' : 'ready' });
  };

  const check = async (): Promise<void> => {
    if (status.state === 'checking' || status.state === 'downloading') return;
    try {
      await look();
    } catch (thrown) {
      become({ state: 'refused', checkedAt: now(), error: toCallError(failure(codeOf(thrown))) });
    }
  };

  return {
    status: () => status,
    check,
    installFetched: async () => {
      if (mode !== 'automatic' || !(await fetched.read())) return false;
      await fetched.write(false);
      // What was fetched lies in electron-updater's own folder: the feed is asked once more, and the file held against it.
      await Promise.race([check(), new Promise((resolve) => setTimeout(resolve, START_MS))]);
      if (status.state !== 'ready') return false;
      installing = true;
      updater.quitAndInstall(true, true);
      return status.state === 'ready';
    },
    watch: () => {
      // What has come of an installation at start stays on the screen.
      if (status.state === 'unknown') void check();
      const timer = setInterval(() => void check(), CHECK_EVERY_MS);
      return () => clearInterval(timer);
    },
  };
}

/** Nothing happens by itself, nothing older is taken, and nothing is logged by others than us. */
function take(updater: Machinery): void {
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  updater.disableWebInstaller = true;
  updater.logger = null;
}

/** Which of our errors an error of electron-updater is. */
function codeOf(thrown: unknown): ErrorCode {
  if (thrown instanceof FeedRefused) return thrown.code;
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
  if (code === 'ERR_CHECKSUM_MISMATCH') return 'update-file-forged';
  if (typeof code === 'string' && code.startsWith('ERR_UPDATER')) return 'update-feed-unreadable';
  if (typeof code === 'string' && code.startsWith('HTTP_ERROR')) return 'update-feed-missing';
  return networkCode(thrown);
}
