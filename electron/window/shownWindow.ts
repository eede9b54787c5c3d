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
  window(): BrowserWindow;
  /** Answers the window's calls from now on, also those that came before. */
  serve(door: Door): void;
  /** A new window in the place of the old one, whose renderer ends with everything it knew. Calls under way are stopped. */
  replace(): void;
  tell<N extends EventName>(name: N, payload: EventPayload<N>): void;
}

/**
 * Opens the window at once, in a session in memory only, without cache, shut off from everything but our own files. Its calls wait until there
 * is a door, so that the first screen is there while keychain and store are being opened.
 */
export function createShownWindow({ app, built, title, devTools }: ShownWindowOptions): ShownWindow {
  const ours = session.fromPartition('saksbord-window', { cache: false });
  ours.protocol.handle('app', serveApp(join(built, 'renderer')));
  lockDownSession(ours);
  let serve: (door: Door) => void = () => undefined;
  const door = new Promise<Door>((resolve) => {
    serve = resolve;
  });

  const show = (): BrowserWindow =>
    openMainWindow({ session: ours, preload: join(built, 'preload', 'preload.cjs'), devTools, title });
  let window = show();

  ipcMain.handle('saksbord:call', async (event, callId: unknown, name: unknown, input: unknown) => {
    const trusted = isFromWindow(event, window);
    return (await door).call(trusted, callId, name, input);
  });
  ipcMain.on('saksbord:cancel', (event, callId: unknown) => {
    const trusted = isFromWindow(event, window);
    void door.then((opened) => opened.cancel(trusted, callId));
  });
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });

  return {
    session: ours,
    window: () => window,
    serve: (opened) => serve(opened),
    replace: () => {
      void door.then((opened) => opened.cancelAll());
      const old = window;
      window = show();
      window.setBounds(old.getBounds());
      old.destroy();
    },
    tell: (name, payload) => {
      if (!window.isDestroyed()) window.webContents.send('saksbord:event', name, payload);
    },
  };
}
