import type { Instant } from '../../shared/dates.ts';
import type { Assessment } from '../../shared/housing/assessment.ts';
import type { CaseFile } from '../../shared/housing/caseFile.ts';
import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { textIn } from '../../shared/text/text.ts';
import type { CasePorts } from '../cases/CasePorts.ts';
import { computeAssessment } from '../cases/computeAssessment.ts';
import { readCase } from '../cases/readCase.ts';
import { recordDocument } from '../cases/recordDocument.ts';
import { readRule } from '../storage/rules.ts';
import type { WrittenFile } from '../window/fileDialogs.ts';
import { basisHtml } from './basisHtml.ts';
import type { PrintOptions } from './printPdf.ts';
import { pdfName, saveRecorded } from './saveRecorded.ts';

export interface CreateBasisPorts extends CasePorts {
  readonly municipality: () => string;
  readonly version: string;
  readonly print: (options: PrintOptions) => Promise<Uint8Array>;
  /** Asks where to save, and writes beside that place; null when the dialog is closed. */
  readonly write: (suggestedName: string, bytes: Uint8Array) => Promise<Result<WrittenFile | null, Failure>>;
}

/**
 * Makes the vedtaksgrunnlag of a case as the window sees it, saves it where the officer says, and records its SHA-256.
 * Errors: `not-found`, `version-conflict`, `invalid-input` when no rule has been applied, those of writing.
 */
export async function createBasis(
  ports: CreateBasisPorts,
  seen: CallInput<'documents.createBasis'>,
  signal: AbortSignal,
): Promise<Result<CallOutput<'documents.createBasis'>, Failure>> {
  const caseFile = await readCase(ports, seen);
  if (!caseFile.ok) return caseFile;
  if (caseFile.value.version !== seen.expectedVersion) return fail(failure('version-conflict'));
  const assessed = await computeAssessment(ports, seen);
  if (!assessed.ok) return assessed;
  const { rule, concluded } = assessed.value;
  if (rule === null) return fail(failure('invalid-input'));

  const pdf = await print(ports, caseFile.value, assessed.value, ports.now(), signal);
  if (!pdf.ok) return pdf;
  const { ruleId, version: ruleVersion } = rule;
  const saved = await saveRecorded(
    await ports.write(pdfName('Vedtaksgrunnlag', caseFile.value.caseNumber), pdf.value),
    (file) => recordDocument(ports, seen, { ...file, outcome: concluded, ruleId, ruleVersion }),
  );
  if (!saved.ok) return saved;
  if (saved.value === null) return ok({ state: 'cancelled' });
  return ok({ state: 'saved', path: saved.value.path, caseFile: saved.value.recorded });
}

async function print(
  ports: CreateBasisPorts,
  caseFile: CaseFile,
  assessment: Assessment,
  madeAt: Instant,
  signal: AbortSignal,
): Promise<Result<Uint8Array, Failure>> {
  const { rule } = assessment;
  const used = await ports.store.read(async (db) => ok(rule && (await readRule(db, rule.ruleId, rule.version))));
  if (!used.ok) return used;
  const words = textIn(caseFile.language).document;
  const page = basisHtml({
    caseFile,
    assessment,
    treatments: used.value?.rule.treatments ?? [],
    environment: ports.environment,
    municipality: ports.municipality(),
    madeBy: ports.actor().userName,
    madeAt,
  });
  const footer = words.footer(caseFile.caseNumber, ports.version);
  return ok(await ports.print({ page, footer, pageWord: words.page, ofWord: words.of, signal }));
}
