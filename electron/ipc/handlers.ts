import { type CallName, contract } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import type { Licence } from '../../shared/ipc/sessionCalls.ts';
import { fail, ok } from '../../shared/result.ts';
import { acceptRepairs } from '../batch/acceptRepairs.ts';
import { correctRow } from '../batch/correctRow.ts';
import { createCases } from '../batch/createCases.ts';
import { describeAfter } from '../batch/describeAfter.ts';
import { type ExportPorts, exportBatch } from '../batch/exportBatch.ts';
import { type ImportPorts, importFile, importText } from '../batch/importList.ts';
import { listBatches } from '../batch/listBatches.ts';
import { mapColumns } from '../batch/mapColumns.ts';
import { openBatch } from '../batch/openBatch.ts';
import { readRows } from '../batch/readRows.ts';
import { removeBatch } from '../batch/removeBatch.ts';
import type { CasePorts } from '../cases/CasePorts.ts';
import { chooseBasis } from '../cases/chooseBasis.ts';
import { computeAssessment } from '../cases/computeAssessment.ts';
import { createCase } from '../cases/createCase.ts';
import { discardDraft } from '../cases/discardDraft.ts';
import { type FetchPorts, fetchInformation } from '../cases/fetchInformation.ts';
import { listCases } from '../cases/listCases.ts';
import { readCase } from '../cases/readCase.ts';
import { readDraft } from '../cases/readDraft.ts';
import { revealPerson } from '../cases/revealPerson.ts';
import { saveDetails } from '../cases/saveDetails.ts';
import { saveDraft } from '../cases/saveDraft.ts';
import { saveHousehold } from '../cases/saveHousehold.ts';
import { searchCases } from '../cases/searchCases.ts';
import { sourceLine } from '../cases/sourceLine.ts';
import { analyseDebtorCase } from '../debtors/analyseDebtorCase.ts';
import { createDebtor } from '../debtors/createDebtor.ts';
import { debtorSourceLine } from '../debtors/debtorSourceLine.ts';
import { type FetchDebtorPorts, fetchDebtor } from '../debtors/fetchDebtor.ts';
import { listDebtors } from '../debtors/listDebtors.ts';
import { readCollectionSetup } from '../debtors/readCollectionSetup.ts';
import { readDebtor } from '../debtors/readDebtor.ts';
import { revealDebtor } from '../debtors/revealDebtor.ts';
import { saveClaims } from '../debtors/saveClaims.ts';
import { saveCollectionSettings } from '../debtors/saveCollectionSettings.ts';
import { saveDebtorChoices } from '../debtors/saveDebtorChoices.ts';
import { saveDebtorDetails } from '../debtors/saveDebtorDetails.ts';
import { saveDebtorHousehold } from '../debtors/saveDebtorHousehold.ts';
import { searchDebtors } from '../debtors/searchDebtors.ts';
import { signLivsopphold } from '../debtors/signLivsopphold.ts';
import { type CreateBasisPorts, createBasis } from '../documents/createBasis.ts';
import type { Journal } from '../journal/Journal.ts';
import { listJournal } from '../journal/listJournal.ts';
import { approveRule } from '../rules/approveRule.ts';
import { exportRules } from '../rules/exportRules.ts';
import { importRules } from '../rules/importRules.ts';
import { listRules } from '../rules/listRules.ts';
import type { PickFile, RulePorts, SaveFile } from '../rules/RulePorts.ts';
import { removeRule } from '../rules/removeRule.ts';
import { saveRule } from '../rules/saveRule.ts';
import type { Desk } from '../session/Desk.ts';
import type { Setup } from '../setup/Setup.ts';
import { adoptTrekk } from '../trekk/adoptTrekk.ts';
import { approveAct } from '../trekk/approveAct.ts';
import { backToDraft } from '../trekk/backToDraft.ts';
import { beginChange } from '../trekk/beginChange.ts';
import { beginEnd } from '../trekk/beginEnd.ts';
import { beginTrekk } from '../trekk/beginTrekk.ts';
import { checkAct } from '../trekk/checkAct.ts';
import { confirmAct } from '../trekk/confirmAct.ts';
import { discardAct } from '../trekk/discardAct.ts';
import { type ExportMovingDayPorts, exportMovingDay } from '../trekk/exportMovingDay.ts';
import { listTrekk } from '../trekk/listTrekk.ts';
import { type MakeLetterPorts, makeLetter } from '../trekk/makeLetter.ts';
import { movingDay } from '../trekk/movingDay.ts';
import { openTrekk } from '../trekk/openTrekk.ts';
import { type PickDocumentPorts, pickDocument } from '../trekk/pickDocument.ts';
import { recordLetter } from '../trekk/recordLetter.ts';
import { recordState } from '../trekk/recordState.ts';
import { refreshTrekk } from '../trekk/refreshTrekk.ts';
import { reviewTrekk } from '../trekk/reviewAct.ts';
import { saveAct } from '../trekk/saveAct.ts';
import { sendNow } from '../trekk/sendNow.ts';
import { trekkOfCase } from '../trekk/trekkOfCase.ts';
import { validateTyped } from '../trekk/validateTyped.ts';
import type { Handlers } from './door.ts';

type SessionHandlers = Pick<Handlers, Extract<CallName, `session.${string}`>>;

import type { Updater } from '../update/Updater.ts';

/** What the calls are answered with, once the store is open. */
export interface Parts {
  readonly desk: Desk;
  readonly setup: Setup;
  readonly journal: Journal;
  readonly cases: CasePorts & FetchPorts & CreateBasisPorts;
  readonly debtors: FetchDebtorPorts;
  readonly batches: ImportPorts & ExportPorts;
  readonly trekk: PickDocumentPorts & MakeLetterPorts & ExportMovingDayPorts;
  readonly updater: Updater;
  readonly rules: RulePorts & { readonly pickFile: PickFile; readonly saveFile: SaveFile };
  readonly licences: () => Promise<Licence[]>;
  readonly trainingPeople: () => Promise<
    readonly {
      nationalId: string;
      birthDate: string;
      name: string;
      shows: string;
      shows_nn: string;
      desk: 'housing' | 'collection';
    }[]
  >;
}

/** The calls that work in every state of the program, also before there is a store. */
const sessionHandlers = (desk: Desk): SessionHandlers => ({
  'session.current': async () => ok(await desk.describe()),
  'session.choosePersona': ({ persona }) => desk.practiseAs(persona),
  'session.setLanguage': ({ language }) => desk.setLanguage(language),
  'session.lock': async () => {
    desk.lock();
    return ok({});
  },
  'session.unlock': () => desk.unlock(),
});

/** While the program is blocked: the session can be read, everything else says why. */
export function blockedHandlers(desk: Desk, why: Failure): Handlers {
  const others = Object.keys(contract).map((name) => [name, async () => fail(why)]);
  return { ...Object.fromEntries(others), ...sessionHandlers(desk) };
}

/** The desks' drafts lie in one table: the collection desk's under names of their own. */
const debtorForm = ({ form }: { readonly form: string }): string => `collection/${form}`;

/** Contract name → use case. A call without a handler does not compile. */
export const createHandlers = ({
  desk,
  setup,
  journal,
  cases,
  debtors,
  batches,
  trekk,
  updater,
  rules,
  licences,
  trainingPeople,
}: Parts): Handlers => ({
  ...sessionHandlers(desk),

  'journal.list': (input) => listJournal({ journal, environment: cases.environment, roles: desk.roles() }, input),
  'program.licences': async () => ok(await licences()),
  'training.people': async () => {
    if (cases.environment !== 'training') return fail(failure('not-in-this-mode'));
    const people = await trainingPeople();
    const own = people.filter((person) => desk.roles().includes(person.desk));
    return ok(
      own.map(({ nationalId, birthDate, name, shows, shows_nn }) => ({
        ...contract['training.people'].output.element.parse({ nationalId, birthDate, name, shows, showsNn: shows_nn }),
      })),
    );
  },

  'setup.status': () => setup.status(),
  'setup.saveSettings': ({ settings }) => setup.saveSettings(settings),
  'setup.openCertificate': (_input, { signal }) => setup.openCertificate(signal),
  'setup.keepCertificate': (input) => setup.keepCertificate(input),
  'setup.createOwnKey': () => setup.createOwnKey(),
  'setup.exportPublicJwk': () => setup.exportPublicJwk(),
  'setup.removeIdentity': () => setup.removeIdentity(),
  'setup.testConnection': (_input, { signal }) => setup.testConnection(signal),

  'setup.updateStatus': async () => ok(updater.status()),
  'setup.checkForUpdate': async () => {
    void updater.check();
    return ok(updater.status());
  },

  'rules.list': () => listRules(rules),
  'rules.save': (input) => saveRule(rules, input),
  'rules.approve': (input) => approveRule(rules, input),
  'rules.remove': (input) => removeRule(rules, input),
  'rules.import': () => importRules(rules),
  'rules.export': () => exportRules(rules),

  'cases.list': () => listCases(cases),
  'cases.search': (input) => searchCases(cases, input),
  'cases.create': (input) => createCase(cases, input),
  'cases.open': (input) => readCase(cases, input),
  'cases.read': (input) => readCase(cases, input),
  'cases.saveDetails': (input) => saveDetails(cases, input),
  'cases.saveHousehold': (input) => saveHousehold(cases, input),
  'person.reveal': (input) => revealPerson(cases, input),

  'draft.save': (input) => saveDraft(cases, input),
  'draft.read': (input) => readDraft(cases, input),
  'draft.discard': (input) => discardDraft(cases, input),

  'information.fetch': (input, { signal }) => fetchInformation(cases, input, signal),
  'information.sourceLine': (input) => sourceLine(cases, input),

  'assessment.compute': (input) => computeAssessment(cases, input),
  'assessment.choose': (input) => chooseBasis(cases, input),

  'documents.createBasis': (input, { signal }) => createBasis(cases, input, signal),

  'collection.list': () => listDebtors(debtors),
  'collection.search': (input) => searchDebtors(debtors, input),
  'collection.create': (input) => createDebtor(debtors, input),
  'collection.open': (input) => readDebtor(debtors, input),
  'collection.read': (input) => readDebtor(debtors, input),
  'collection.saveDetails': (input) => saveDebtorDetails(debtors, input),
  'collection.saveClaims': (input) => saveClaims(debtors, input),
  'collection.saveHousehold': (input) => saveDebtorHousehold(debtors, input),
  'collection.saveChoices': (input) => saveDebtorChoices(debtors, input),
  'collection.reveal': (input) => revealDebtor(debtors, input),
  'collection.fetch': (input, { signal }) => fetchDebtor(debtors, input, signal),
  'collection.analyse': (input) => analyseDebtorCase(debtors, input),
  'collection.sourceLine': (input) => debtorSourceLine(debtors, input),

  'collection.saveDraft': (input) => saveDraft(cases, { ...input, form: debtorForm(input) }),
  'collection.readDraft': (input) => readDraft(cases, { form: debtorForm(input) }),
  'collection.discardDraft': (input) => discardDraft(cases, { form: debtorForm(input) }),

  'batch.list': () => listBatches(batches),
  'batch.importFile': () => importFile(batches),
  'batch.importText': ({ text }) => importText(batches, { text, name: null }),
  'batch.open': (input) => openBatch(batches, input),
  'batch.rows': (input) => readRows(batches, input),
  'batch.map': (input) => mapColumns(batches, input),
  'batch.correct': (input) => correctRow(batches, input),
  'batch.acceptRepairs': (input) => acceptRepairs(batches, input),
  'batch.start': (input) => describeAfter(batches, input, batches.runner.start(input.batchId, input.topics)),
  'batch.pause': (input) => describeAfter(batches, input, batches.runner.pause(input.batchId)),
  'batch.cancel': (input) => describeAfter(batches, input, batches.runner.cancel(input.batchId)),
  'batch.remove': (input) => removeBatch(batches, input),
  'batch.export': (input) => exportBatch(batches, input),
  'batch.createCases': (input) => createCases(batches, input),

  'trekk.list': () => listTrekk(trekk),
  'trekk.ofCase': (input) => trekkOfCase(trekk, input),
  'trekk.open': (input) => openTrekk(trekk, input),
  'trekk.read': (input) => openTrekk(trekk, input),
  'trekk.begin': (input) => beginTrekk(trekk, input),
  'trekk.adopt': (input, { signal }) => adoptTrekk(trekk, input, signal),
  'trekk.beginChange': (input) => beginChange(trekk, input),
  'trekk.beginEnd': (input) => beginEnd(trekk, input),
  'trekk.save': (input) => saveAct(trekk, input),
  'trekk.validate': (input) => validateTyped(trekk, input),
  'trekk.check': (input) => checkAct(trekk, input),
  'trekk.review': (input) => reviewTrekk(trekk, input),
  'trekk.confirm': (input) => confirmAct(trekk, input),
  'trekk.approve': (input) => approveAct(trekk, input),
  'trekk.backToDraft': (input) => backToDraft(trekk, input),
  'trekk.discard': (input) => discardAct(trekk, input),
  'trekk.sendNow': (input) => sendNow(trekk, input),
  'trekk.refresh': (input, { signal }) => refreshTrekk(trekk, input, signal),
  'trekk.recordState': (input) => recordState(trekk, input),
  'trekk.pickDocument': (input) => pickDocument(trekk, input),
  'trekk.makeLetter': (input, { signal }) => makeLetter(trekk, input, signal),
  'trekk.recordLetter': (input) => recordLetter(trekk, input),
  'trekk.movingDay': () => movingDay(trekk),
  'trekk.exportMovingDay': (input) => exportMovingDay(trekk, input),

  'collection.setup': () => readCollectionSetup(debtors),
  'collection.saveSettings': (input) => saveCollectionSettings(debtors, input),
  'collection.signLivsopphold': (input) => signLivsopphold(debtors, input),
});
