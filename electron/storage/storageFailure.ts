import { type ErrorCode, type Failure, failure } from '../../shared/ipc/errors.ts';

/** What a disk, a file or another program can do to us, by SQLite's or the file system's code; every other one is a bug of ours. */
const signs: readonly (readonly [RegExp, ErrorCode])[] = [
  [/^SQLITE_(CORRUPT|NOTADB)/, 'storage-damaged'],
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'disk-full'],
  [/^SQLITE_(IOERR|CANTOPEN|READONLY|PERM|BUSY|LOCKED)/, 'file-not-written'],
  [/^(EACCES|EPERM|EROFS|EIO|EBUSY|EEXIST|ENOTDIR|EISDIR|ENAMETOOLONG)$/, 'file-not-written'],
];

/** What something thrown by the database or the file system means for the user; null when it is a bug. The message is left behind: it may name things. */
export function storageFailure(thrown: unknown): Failure | null {
  const code = thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  const known = signs.find(([sign]) => sign.test(code));
  return known ? failure(known[1]) : null;
}
