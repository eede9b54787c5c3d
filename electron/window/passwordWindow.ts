import { BrowserWindow, ipcMain, type Session } from 'electron';
import { isFromWindow } from './mainWindow.ts';
import { APP_ORIGIN } from './policy.ts';

interface PasswordTexts {
  readonly language: string;
  readonly title: string;
  readonly fileName: string;
  readonly label: string;
  readonly open: string;
  readonly cancel: string;
}

export interface PasswordWindowOptions {
  readonly parent: BrowserWindow;
  readonly session: Session;
  readonly preload: string;
  readonly texts: PasswordTexts;
  readonly signal: AbortSignal;
}

/**
 * Asks for the password of a certificate file in a small window of its own, so that it never passes through the window where the cases are.
 * `attempt` gets each password and says what was wrong with it as a sentence, or null when the file is open; the window stays until then.
 * Returns false when it was closed.
 */
export function askPassword(
  options: PasswordWindowOptions,
  attempt: (password: string) => Promise<string | null>,
): Promise<boolean> {
  return new Promise((resolve) => {
    const window = new BrowserWindow({
      parent: options.parent,
      modal: true,
      width: 480,
      height: 320,
      resizable: true,
      minimizable: false,
      show: false,
      title: options.texts.title,
      autoHideMenuBar: true,
      webPreferences: {
        session: options.session,
        preload: options.preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        spellcheck: false,
        devTools: false,
      },
    });
    let opened = false;

    ipcMain.handle('saksbord-password:texts', (event) => (isFromWindow(event, window) ? options.texts : null));
    ipcMain.handle('saksbord-password:submit', async (event, password: unknown) => {
      if (!isFromWindow(event, window) || typeof password !== 'string' || password.length > 1000) return null;
      const wrong = await attempt(password);
      if (wrong === null) {
        opened = true;
        window.close();
      }
      return wrong;
    });
    ipcMain.on('saksbord-password:cancel', (event) => {
      if (isFromWindow(event, window)) window.close();
    });
    const close = (): void => window.destroy();
    options.signal.addEventListener('abort', close, { once: true });

    window.once('ready-to-show', () => window.show());
    window.once('closed', () => {
      options.signal.removeEventListener('abort', close);
      ipcMain.removeHandler('saksbord-password:texts');
      ipcMain.removeHandler('saksbord-password:submit');
      ipcMain.removeAllListeners('saksbord-password:cancel');
      resolve(opened);
    });
    void window.loadURL(`${APP_ORIGIN}/password.html`);
  });
}
