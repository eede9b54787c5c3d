import { BrowserWindow, type Session, type WebFrameMain } from 'electron';
import { APP_ORIGIN, isOurPage } from './policy.ts';

export interface WindowOptions {
  readonly session: Session;
  readonly preload: string;
  /** Developer tools only outside the release. */
  readonly devTools: boolean;
  readonly title: string;
}

/** Opens the window on our own page: sandboxed, isolated, without Node, in a session that lives in memory only. */
export function openMainWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 640,
    minHeight: 400,
    show: false,
    title: options.title,
    backgroundColor: '#f5f6f7',
    autoHideMenuBar: true,
    webPreferences: {
      session: options.session,
      preload: options.preload,
      // All but devTools are Electron's defaults, written out because everything here rests on them.
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      devTools: options.devTools,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}

/** Did this message come from the main frame of this very window, on our own page? A missing frame is refused. */
export function isFromWindow(
  event: {
    readonly sender: { readonly id: number; readonly mainFrame: WebFrameMain };
    readonly senderFrame: WebFrameMain | null;
  },
  window: BrowserWindow,
): boolean {
  const frame = event.senderFrame;
  return (
    !window.isDestroyed() &&
    event.sender.id === window.webContents.id &&
    frame !== null &&
    frame === event.sender.mainFrame &&
    frame.origin === APP_ORIGIN &&
    isOurPage(frame.url)
  );
}
