import { createHash, randomUUID } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type BrowserWindow, dialog, type FileFilter } from 'electron';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';

/** A file on its way: all of it is on the disk beside its final place, which `finish` moves it to. */
export interface WrittenFile {
  readonly path: string;
  /** SHA-256 of the bytes, hex. */
  readonly sha256: string;
  readonly finish: () => Promise<Result<null, Failure>>;
  readonly discard: () => Promise<void>;
}

/** Asks for a file to open; null when the dialog is closed. */
export async function pickPath(window: BrowserWindow, filters: FileFilter[]): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile'], filters });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Reads a text file the user picks; null when the dialog is closed. Errors: `not-found`. */
export async function pickText(window: BrowserWindow, filters: FileFilter[]): Promise<Result<string | null, Failure>> {
  const path = await pickPath(window, filters);
  if (path === null) return ok(null);
  try {
    return ok(await readFile(path, 'utf8'));
  } catch {
    return fail(failure('not-found'));
  }
}

/** Reads any file the user picks, with its name; null when the dialog is closed, `too-large` beyond `most` bytes. Errors: `not-found`. */
export async function pickBytes(
  window: BrowserWindow,
  filters: FileFilter[],
  most: number,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array } | 'too-large' | null, Failure>> {
  const path = await pickPath(window, filters);
  if (path === null) return ok(null);
  try {
    return ok((await stat(path)).size > most ? 'too-large' : { name: basename(path), bytes: await readFile(path) });
  } catch {
    return fail(failure('not-found'));
  }
}

/**
 * Asks where to save, and writes the bytes beside that place; null when the dialog is closed. Nothing that was there is touched until
 * `finish`. Errors: `disk-full`, `file-not-written`.
 */
export async function writeWhereAsked(
  window: BrowserWindow,
  suggestedName: string,
  filters: FileFilter[],
  bytes: Uint8Array,
): Promise<Result<WrittenFile | null, Failure>> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: suggestedName, filters });
  if (canceled || !filePath) return ok(null);
  const draft = `${filePath}.${randomUUID().slice(0, 8)}.tmp`;
  const discard = (): Promise<void> => rm(draft, { force: true });
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (thrown) {
    await discard().catch(() => undefined);
    return fail(writeFailure(thrown));
  }
  return ok({
    path: filePath,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    discard,
    finish: async () => {
      try {
        await rename(draft, filePath);
        return ok(null);
      } catch (thrown) {
        await discard().catch(() => undefined);
        return fail(writeFailure(thrown));
      }
    },
  });
}

/** Asks where to save and saves; the path, or null when the dialog is closed. Errors: `disk-full`, `file-not-written`. */
export async function saveText(
  window: BrowserWindow,
  suggestedName: string,
  filters: FileFilter[],
  text: string,
): Promise<Result<string | null, Failure>> {
  const written = await writeWhereAsked(window, suggestedName, filters, Buffer.from(text));
  if (!written.ok || written.value === null) return written.ok ? ok(null) : written;
  const finished = await written.value.finish();
  return finished.ok ? ok(written.value.path) : finished;
}

const writeFailure = (thrown: unknown): Failure =>
  failure(thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOSPC' ? 'disk-full' : 'file-not-written');
