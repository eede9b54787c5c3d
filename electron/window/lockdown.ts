import { type App, type Session, shell, type WebContents } from 'electron';
import { mayNavigate, mayOpenOutside, mayRequest, mayUse } from './policy.ts';

/** Shuts a session of pages off from everything but our own files: permissions, network, downloads. */
export function lockDownSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(mayUse(permission)));
  session.setPermissionCheckHandler((_contents, permission) => mayUse(permission));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayRequest(details.url) }));
  session.on('will-download', (event) => event.preventDefault());
  // Spell checking would send what is typed to a dictionary server and keep a word list on disk.
  session.setSpellCheckerEnabled(false);
}

/** Applies the navigation policy to every page there ever is, redirects and pop-ups included. */
export function lockDownContents(app: App): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    const keepInside = (event: { readonly url: string; preventDefault(): void }): void => {
      if (!mayNavigate(event.url)) event.preventDefault();
    };
    contents.on('will-navigate', keepInside);
    contents.on('will-redirect', keepInside);
    contents.on('will-frame-navigate', keepInside);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      if (mayOpenOutside(url)) void shell.openExternal(url);
      return { action: 'deny' };
    });
  });
}
