import { randomUUID } from 'node:crypto';
import type { CaseFile, ProducedDocument } from '../../shared/housing/caseFile.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import { insertDocument } from '../storage/documents.ts';
import type { CasePorts } from './CasePorts.ts';
import { changeCase } from './caseFile.ts';

/** A vedtaksgrunnlag that has been saved where the officer wanted it. The rule version it rests on can't be changed or removed from now on. */
type SavedDocument = Pick<ProducedDocument, 'fileName' | 'sha256' | 'outcome' | 'ruleId' | 'ruleVersion'>;

/** Puts the document into the case and its SHA-256 into the journal. Errors: `not-found`, `version-conflict`. */
export function recordDocument(
  ports: CasePorts,
  seen: { readonly caseId: string; readonly expectedVersion: number },
  document: SavedDocument,
): Promise<Result<CaseFile, Failure>> {
  const at = ports.now();
  const actor = ports.actor();
  return changeCase(ports.store, seen, at, async (db, caseAtHand) => {
    await insertDocument(db, seen.caseId, { ...document, id: randomUUID(), at, by: actor.userName });
    await ports.journal.record(db, { actor, action: 'document', caseAtHand, person: null, detail: document.sha256 });
    return ok({ status: 'vedtaksgrunnlagLaget' });
  });
}
