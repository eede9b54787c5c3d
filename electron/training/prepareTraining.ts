import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Instant } from '../../shared/dates.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import type { SetupStatus } from '../../shared/ipc/setupCalls.ts';
import { ok, type Result } from '../../shared/result.ts';
import { housingRuleTemplates } from '../../shared/rules/housingRuleTemplates.ts';
import { type ClientSettings, defaultSettings } from '../../shared/settings.ts';
import type { ImportSession } from '../certificate/importSession.ts';
import type { JudgeContext } from '../certificate/judge.ts';
import { putRule, readRules } from '../storage/rules.ts';
import type { Store } from '../storage/Store.ts';
import { readSetting, writeSetting } from '../storage/settings.ts';
import type { SimulatorDescription } from './description.ts';
import { practiceCollectionSettings } from './practiceCollection.ts';

/** The rule one practises with: the one municipal table that is both numeric and official (fagregler.md 1.2). */
const PRACTICE_RULE = 'BERGEN-2016';

/**
 * At the first start of a training profile: settings, certificate and a rule are put in place, so that a housing officer can practise without doing
 * IT's work first. IT's own practice starts with removing them. What is there already is left alone.
 */
export async function prepareTraining(
  store: Store,
  { certificates, clients }: SimulatorDescription,
  imports: ImportSession,
  context: JudgeContext,
  now: Instant,
): Promise<Result<ClientSettings, Failure>> {
  const found = await store.read(async (db) => ok(await readSetting(db, 'client')));
  if (!found.ok) return found;
  if (found.value !== null) return ok(found.value);

  const client = clients.find(({ authentication }) => authentication === 'certificate');
  const certificate = certificates.find(({ organisationNumber }) => organisationNumber === client?.organisationNumber);
  const settings: ClientSettings = {
    ...defaultSettings,
    municipality: client?.organisationName ?? '',
    orgNumber: client?.organisationNumber ?? '',
    clientId: client?.clientId ?? '',
  };
  if (certificate) {
    const opened = imports.open(await readFile(certificate.path), certificate.password, context);
    if (opened.ok && opened.value.proposal) {
      await imports.keep(opened.value.importId, opened.value.proposal.index, true);
    }
  }
  return store.write(async (db) => {
    await writeSetting(db, 'client', settings);
    await writeSetting(db, 'collection', practiceCollectionSettings(now));
    const rule = housingRuleTemplates().find(({ ruleId }) => ruleId === PRACTICE_RULE);
    if (rule && (await readRules(db)).length === 0) {
      await putRule(db, { ...rule, approvedBy: 'Opplæring', approvedAt: now });
    }
    return ok(settings);
  });
}

/** What IT's practice needs to know: where the practice certificates lie, what each is for, and their passwords. */
export const practiceOf = ({ certificates, endpointsFile }: SimulatorDescription): SetupStatus['practice'] => ({
  folder: dirname(certificates[0]?.path ?? endpointsFile),
  files: certificates.map(({ path, password, shows }) => ({ name: basename(path), password, shows })),
});
