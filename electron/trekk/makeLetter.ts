import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { osloDate } from '../../shared/dates.ts';
import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { textIn } from '../../shared/text/text.ts';
import { readCollectionSettings } from '../debtors/collectionSettings.ts';
import type { CreateBasisPorts } from '../documents/createBasis.ts';
import { letterHtml } from '../documents/letters/letterHtml.ts';
import { readDebtorRow } from '../storage/debtorCases.ts';
import { insertLetter } from '../storage/trekkLetters.ts';
import type { TrekkPorts } from './TrekkPorts.ts';
import { changeTrekk, readTrekkAtVersion } from './trekk.ts';

export interface MakeLetterPorts extends TrekkPorts, Pick<CreateBasisPorts, 'print'> {
  /** Asks where to save, and writes beside that place; null when the dialog is closed. */
  readonly writePdf: CreateBasisPorts['write'];
}

/**
 * Makes a letter about the act under way as PDF in the debtor's målform, saves it where the officer says, and records its SHA-256 before it takes
 * its final name, as createBasis does. null: nowhere. Errors: `not-found`, `version-conflict`, `invalid-input` while the act is not checked or
 * has no such letter, those of writing.
 */
export async function makeLetter(
  ports: MakeLetterPorts,
  input: CallInput<'trekk.makeLetter'>,
  signal: AbortSignal,
): Promise<Result<CallOutput<'trekk.makeLetter'>, Failure>> {
  const { kind } = input;
  const written = await ports.store.read(async (db) => {
    const trekk = await readTrekkAtVersion(db, input);
    if (!trekk.ok) return trekk;
    const { act, caseId, nationalId } = trekk.value;
    const debtorCase = await readDebtorRow(db, caseId);
    if (!debtorCase || !act || act.state === 'utkast') return fail(failure('invalid-input'));
    const { caseNumber } = debtorCase;
    const page = letterHtml(kind, {
      trekk: { ...trekk.value, caseNumber },
      what: act.what,
      nationalId,
      municipality: ports.municipality(),
      correspondence: (await readCollectionSettings(db)).correspondence,
      environment: ports.environment,
      officer: ports.actor().userName,
      date: osloDate(ports.now()),
    });
    return page === null
      ? fail(failure('invalid-input'))
      : ok({ page, caseNumber, actId: act.id, language: trekk.value.language });
  });
  if (!written.ok) return written;
  const { page, caseNumber, actId, language } = written.value;

  const { letters } = textIn(language);
  const footer = letters.footer(caseNumber, ports.municipality());
  const pdf = await ports.print({ page, footer, pageWord: letters.page, ofWord: letters.of, signal });
  const saved = await ports.writePdf(`${letters.fileName[kind]} ${forFileName(caseNumber)}.pdf`, pdf);
  if (!saved.ok) return saved;
  if (saved.value === null) return ok({ trekk: null });

  const { path, sha256, finish, discard } = saved.value;
  const recorded = await changeTrekk(ports, input, async (db, { act, id }) => {
    if (act?.id !== actId) return fail(failure('version-conflict'));
    await insertLetter(db, id, {
      id: randomUUID(),
      actId,
      kind,
      fileName: basename(path),
      sha256,
      madeAt: ports.now(),
      madeBy: ports.actor().userName,
      sent: null,
    });
    return ok({ change: {}, event: { event: 'letter-made', act: act.what.kind, detail: kind } });
  });
  if (!recorded.ok) {
    await discard();
    return recorded;
  }
  const finished = await finish();
  return finished.ok ? ok({ trekk: recorded.value }) : finished;
}

/** Signs that some file system refuses become hyphens. */
const forFileName = (caseNumber: string): string => caseNumber.replace(/[^\p{L}\p{N}._ -]/gu, '-');
