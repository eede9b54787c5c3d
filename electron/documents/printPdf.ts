import { BrowserWindow, session } from 'electron';
import { html } from './html.ts';

export interface PrintOptions {
  /** A whole HTML page without scripts or anything to load. */
  readonly page: string;
  /** Left in the footer; the page number stands right: «Side 1 av 3». */
  readonly footer: string;
  readonly pageWord: string;
  readonly ofWord: string;
  readonly signal: AbortSignal;
}

/**
 * Prints a page to a tagged PDF with selectable text, A4. In a hidden window of its own: no scripts, no network, nothing written to disk,
 * gone afterwards. Throws when aborted.
 */
export async function printPdf(options: PrintOptions): Promise<Uint8Array> {
  const printing = session.fromPartition(`print-${crypto.randomUUID()}`, { cache: false });
  const address = 'app://saksbord/document.html';
  printing.protocol.handle('app', (request) =>
    request.url === address
      ? new Response(options.page, {
          headers: {
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
          },
        })
      : new Response('', { status: 404 }),
  );
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: printing, sandbox: true, contextIsolation: true, javascript: false, spellcheck: false },
  });
  const stop = (): void => window.destroy();
  options.signal.addEventListener('abort', stop, { once: true });
  try {
    await window.loadURL(address);
    options.signal.throwIfAborted();
    const page = html`<div style="width:100%;margin:0 15mm;font:8px sans-serif;display:flex;justify-content:space-between"><span>${options.footer}</span><span>${options.pageWord} <span class="pageNumber"></span> ${options.ofWord} <span class="totalPages"></span></span></div>`;
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      margins: { top: 0.6, bottom: 0.8, left: 0.6, right: 0.6 },
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: page.html,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  } finally {
    options.signal.removeEventListener('abort', stop);
    if (!window.isDestroyed()) window.destroy();
  }
}
