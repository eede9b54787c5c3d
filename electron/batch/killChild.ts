import { once } from 'node:events';
import type { Batch } from '../../shared/batch/batch.ts';
import type { Instant } from '../../shared/dates.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import { defaultSettings } from '../../shared/settings.ts';
import type { DebtorRegisters } from '../debtors/DebtorRegisters.ts';
import { createJournal } from '../journal/Journal.ts';
import { openPersonHash } from '../journal/personHash.ts';
import type { Lookup } from '../skatteetaten/lookup.ts';
import { openStore } from '../storage/open.ts';
import { createBatchRunner } from './BatchRunner.ts';
import { importText } from './importList.ts';
import { listBatches } from './listBatches.ts';
import { recoverBatches } from './recoverBatches.ts';

/**
 * The program that killed.itest.ts kills: opens the store, takes up what was interrupted or begins the list, and says how far it has come. It asks
 * its parent, person by person.
 */
export interface Order {
  readonly folder: string;
  /** Hex, 32 bytes. */
  readonly key: string;
  /** CSV, for the first time. */
  readonly list: string;
}

/** What it says to its parent. */
export type Said =
  | { readonly kind: 'found'; readonly batch: Batch | null }
  | { readonly kind: 'ask'; readonly person: string }
  | { readonly kind: 'progress'; readonly status: string };

const say = (said: Said): void => {
  process.send?.(said);
};
const value = <T>(result: Result<T, Failure>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

const [order] = (await once(process, 'message')) as [Order];
const now = () => new Date().toISOString() as Instant;
const secrets = {
  read: async () => ok(Uint8Array.from(Buffer.from(order.key, 'hex'))),
  write: async () => ok(undefined),
  erase: async () => ok(undefined),
};
const { store } = value(await openStore(order.folder, secrets, now));
const journal = createJournal(store, value(await openPersonHash(secrets)), now);
const ports = {
  ...{ store, journal, now, environment: 'training' as const },
  actor: () => ({ userName: 'Ivar', role: 'collection' as const }),
};
value(await recoverBatches(store));

const runner = createBatchRunner({
  ...ports,
  registers: askingParent(),
  notify: (_batchId, { status }) => say({ kind: 'progress', status }),
});
const desk = { ...ports, runner, pickFile: async () => ok(null) };
const [known] = value(await listBatches(desk));
const imported = known ? null : value(await importText(desk, { text: order.list, name: null }));
const id = known?.id ?? (imported?.state === 'imported' ? imported.batch.id : '');
say({ kind: 'found', batch: (known as Batch | undefined) ?? null });
value(await runner.start(id, ['inntekt']));

/** Nobody has any income here: what counts is who was asked about. */
function askingParent(): DebtorRegisters {
  const nothing = async ({ personId }: Lookup) => {
    const answer = new Promise<void>((resolve) => {
      const hear = (person: unknown) => {
        if (person !== personId) return;
        process.off('message', hear);
        resolve();
      };
      process.on('message', hear);
    });
    say({ kind: 'ask', person: personId });
    await answer;
    return { state: 'nothing', authorityCode: null, correlationId: null } as const;
  };
  const packages = defaultSettings.packages.collection;
  const all = { income: nothing, taxBasis: nothing, newestYear: nothing, samordnetTrekk: nothing, utlegg: nothing };
  return { ...all, packages, tryAgain: () => {} };
}
