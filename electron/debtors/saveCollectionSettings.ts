import type { CollectionSetup } from '../../shared/ipc/collectionCalls.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { writeSetting } from '../storage/settings.ts';
import { readCollectionSettings, toCollectionSetup } from './collectionSettings.ts';
import type { DebtorPorts } from './DebtorPorts.ts';

/**
 * Replaces what the municipality has decided, except the signed tables. Errors: `invalid-input` when letters are given without who decided them
 * and when, the guide would end before it begins, or the cut-over would come before the new rules.
 */
export const saveCollectionSettings = (
  ports: Pick<DebtorPorts, 'store'>,
  { settings }: CallInput<'collection.saveSettings'>,
): Promise<Result<CollectionSetup, Failure>> =>
  ports.store.write(async (db) => {
    const { priority, regime, boutgiftGuide } = settings;
    const isDecided = Object.values(priority.letters).some((letter) => letter !== null);
    const lacksDecision = isDecided && (priority.decidedBy.trim() === '' || priority.decidedOn === null);
    const endsFirst =
      boutgiftGuide !== null && (boutgiftGuide.validTo ?? boutgiftGuide.validFrom) < boutgiftGuide.validFrom;
    if (lacksDecision || endsFirst || regime.cutOver < regime.newRulesFrom) return fail(failure('invalid-input'));
    const { livsopphold } = await readCollectionSettings(db);
    const saved = { ...settings, livsopphold };
    await writeSetting(db, 'collection', saved);
    return ok(toCollectionSetup(saved));
  });
