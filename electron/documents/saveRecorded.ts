import { basename } from 'node:path';
import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { WrittenFile } from '../window/fileDialogs.ts';

/**
 * Gives a file that is written beside its place its final name once it is recorded: a record without a file can be made again, a document in
 * circulation that nobody knows of can't be called back. null: the dialog was closed. Errors: those of writing and of `record`.
 */
export async function saveRecorded<T>(
  written: Result<WrittenFile | null, Failure>,
  record: (file: { readonly fileName: string; readonly sha256: string }) => Promise<Result<T, Failure>>,
): Promise<Result<{ readonly path: string; readonly recorded: T } | null, Failure>> {
  if (!written.ok) return written;
  if (written.value === null) return ok(null);
  const { path, sha256, finish, discard } = written.value;
  const recorded = await record({ fileName: basename(path), sha256 });
  if (!recorded.ok) {
    await discard();
    return recorded;
  }
  const finished = await finish();
  return finished.ok ? ok({ path, recorded: recorded.value }) : finished;
}

/** A name for the file: what it is and the case number, nothing about a person; signs that some file system refuses become hyphens. */
export const pdfName = (title: string, caseNumber: string): string =>
  `${title} ${caseNumber.replace(/[^\p{L}\p{N}._ -]/gu, '-')}.pdf`;
