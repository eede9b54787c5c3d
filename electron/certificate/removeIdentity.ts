import { rm } from 'node:fs/promises';
import { fail, ok, type Result } from '../../shared/result.ts';
import { draftPath, filePath, type IdentityPlace, type IdentityProblem, secretName, slots } from './identityFile.ts';

/**
 * Erases the identity of a place: first the keys, also one that an interrupted change left, then the file. In that order, because a file without
 * its key is nothing, while a key without its file is still a key. Removing nothing is fine.
 */
export async function removeIdentity(place: IdentityPlace): Promise<Result<void, IdentityProblem>> {
  for (const slot of slots) {
    const erased = await place.secrets.erase(secretName(slot));
    if (!erased.ok) return erased;
  }
  try {
    for (const path of [filePath(place), draftPath(place)]) await rm(path, { force: true });
    return ok(undefined);
  } catch {
    return fail('file-not-written');
  }
}
