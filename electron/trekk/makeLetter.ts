import { randomUUID } from 'node:crypto';
import { osloDate } from '../../shared/dates.ts';
import { isReachable } from '../../shared/garnishment/correspondence.ts';
import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { textIn } from '../../shared/text/text.ts';
import { neededLetters } from '../../shared/utlegg/letters.ts';
import type { ActState, TrekkLetter } from '../../shared/utlegg/trekk.ts';
import { readCollectionSettings } from '../debtors/collectionSettings.ts';
import { letterHtml } from '../documents/letters/letterHtml.ts';
import type { PrintOptions } from '../documents/printPdf.ts';
import { pdfName, saveRecorded } from '../documents/saveRecorded.ts';
import { readDebtorRow } from '../storage/debtorCases.ts';
import { insertLetter } from '../storage/trekkLetters.ts';
import type { WrittenFile } from '../window/fileDialogs.ts';
import type { TrekkPorts } from './TrekkPorts.ts';
import { changeTrekk, readTrekkAtVersion, type SeenTrekk } from './trekk.ts';

export interface MakeLetterPorts extends TrekkPorts {
  readonly print: (options: PrintOptions) => Promise<Uint8Array>;
  /** Asks where to save, and writes beside that place; null when the dialog is closed. */
  readonly writePdf: (suggestedName: string, bytes: Uint8Array) => Promise<Result<WrittenFile | null, Failure>>;
}

/** What may still be typed over, or was turned down, must not go out in a letter. */
const unsettled: readonly ActState[] = ['utkast', 'avvist'];

/**
 * Makes a letter that the checked act needs, saves it where the officer says, and records its SHA-256; the bytes are not kept. null: the dialog was
 * closed. Errors: `not-found`, `version-conflict`, `invalid-input` when there is no such letter to make or the debtor's name is missing,
 * `no-letter-contact`, those of writing.
 */
export async function makeLetter(
  ports: MakeLetterPorts,
  input: CallInput<'trekk.makeLetter'>,
  signal: AbortSignal,
): Promise<Result<CallOutput<'trekk.makeLetter'>, Failure>> {
  const at = ports.now();
  const { userName } = ports.actor();
  const read = await readForLetter(ports, input);
  if (!read.ok) return read;
  const { trekk, act, caseNumber, purpose, correspondence } = read.value;
  const { kind } = input;
  const isReady = !unsettled.includes(act.state) && trekk.debtorName.trim() !== '';
  if (!isReady || !neededLetters(act.what, trekk.registered).includes(kind)) return fail(failure('invalid-input'));
  if (!isReachable(correspondence)) return fail(failure('no-letter-contact'));

  const municipality = ports.municipality();
  const page = letterHtml(kind, {
    trekk: { ...trekk, caseNumber },
    what: act.what,
    nationalId: trekk.nationalId,
    municipality,
    correspondence,
    environment: ports.environment,
    officer: userName,
    date: osloDate(at),
  });
  if (page === null) return fail(failure('invalid-input'));
  const words = textIn(trekk.language).letters;
  const footer = words.marks[ports.environment] + words.footer(caseNumber, municipality);
  const pdf = await ports.print({ page, footer, pageWord: words.page, ofWord: words.of, signal });

  const written = await ports.writePdf(pdfName(words.fileName[kind], caseNumber), pdf);
  const saved = await saveRecorded(written, (file) =>
    changeTrekk(ports, input, async (db) => {
      const letter: TrekkLetter = {
        ...{ id: randomUUID(), actId: act.id, kind, ...file },
        ...{ madeAt: at, madeBy: userName, sent: null },
      };
      await insertLetter(db, trekk.id, letter);
      await ports.journal.record(db, {
        ...{ actor: ports.actor(), action: 'document', caseAtHand: { caseNumber, purpose } },
        ...{ person: trekk.nationalId, detail: file.sha256 },
      });
      return ok({ change: {}, event: { event: 'letter-made', act: act.what.kind, detail: kind } });
    }),
  );
  return saved.ok ? ok({ trekk: saved.value?.recorded ?? null }) : saved;
}

const readForLetter = (ports: MakeLetterPorts, seen: SeenTrekk) =>
  ports.store.read(async (db) => {
    const trekk = await readTrekkAtVersion(db, seen);
    if (!trekk.ok) return trekk;
    const { act, caseId } = trekk.value;
    const row = await readDebtorRow(db, caseId);
    if (!row) return fail(failure('not-found'));
    if (!act) return fail(failure('invalid-input'));
    const { correspondence } = await readCollectionSettings(db);
    return ok({ trekk: trekk.value, act, caseNumber: row.caseNumber, purpose: row.purpose, correspondence });
  });
