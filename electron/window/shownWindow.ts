import { join } from 'node:path';
import { type App, type BrowserWindow, type Session as ElectronSession, ipcMain, session } from 'electron';
import type { EventName, EventPayload } from '../../shared/ipc/contract.ts';
import type { Door } from '../ipc/door.ts';
import { serveApp } from './appProtocol.ts';
import { lockDownSession } from './lockdown.ts';
import { isFromWindow, openMainWindow } from './mainWindow.ts';

export interface ShownWindowOptions {
  readonly app: App;
  /** The folder with `preload/` and `renderer/` of the built program. */
  readonly built: string;
  readonly title: string;
  readonly devTools: boolean;
}

/** The program's window. Lock replaces it, renderer and all, so callers ask for it each time. */
export interface ShownWindow {
  readonly session: ElectronSession;
  /** Throws before `open`. */
  window(): BrowserWindow;
  open(door: Door): void;
  /** A new window in the place of the old one, whose renderer ends with everything it knew. Calls under way are stopped. */
  replace(): void;
  tell<N extends EventName>(name: N, payload: EventPayload<N>): void;
}

/** Prepares the window's session: in memory only, without cache, shut off from everything but our own files. */
export function createShownWindow({ app, built, title, devTools }: ShownWindowOptions): ShownWindow {
  const ours = session.fromPartition('saksbord-window', { cache: false });
  ours.protocol.handle('app', serveApp(join(built, 'renderer')));
  lockDownSession(ours);
  let window: BrowserWindow | null = null;
  let opened: Door | null = null;

  const show = (): BrowserWindow =>
    openMainWindow({ session: ours, preload: join(built, 'preload', 'preload.cjs'), devTools, title });

  return {
    session: ours,
    window: () => {
      if (!window) throw new Error('the window is not open yet');
      return window;
    },
    open: (door) => {
      opened = door;
      ipcMain.handle('saksbord:call', (event, callId: unknown, name: unknown, input: unknown) =>
        door.call(isFromWindow(event, window), callId, name, input),
      );
      ipcMain.on('saksbord:cancel', (event, callId: unknown) => door.cancel(isFromWindow(event, window), callId));
      app.on('second-instance', () => {
        if (window?.isMinimized()) window.restore();
        window?.focus();
      });
      window = show();
    },
    replace: () => {
      opened?.cancelAll();
      const old = window;
      window = show();
      if (old) {
        window.setBounds(old.getBounds());
        old.destroy();
      }
    },
    tell: (name, payload) => {
      if (window && !window.isDestroyed()) window.webContents.send('saksbord:event', name, payload);
    },
  };
}
