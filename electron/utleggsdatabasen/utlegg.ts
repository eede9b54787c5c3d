import { failure } from '../../shared/ipc/errors.ts';
import type { UtleggOverview } from '../../shared/utlegg/overview.ts';
import { parseOverview } from '../../shared/utlegg/parseOverview.ts';
import { ask, type Skatteetaten } from '../skatteetaten/ask.ts';
import { type Lookup, type LookupReply, notThisApi } from '../skatteetaten/lookup.ts';

/**
 * Asks utleggsdatabasen what is registered on the debtor, ended trekk too: one under the new rules counts for ever (case F). Nothing
 * registered is an answer with an empty list. Fails with `api-not-public` while we have no address.
 */
export async function lookUpUtlegg(skatteetaten: Skatteetaten, lookup: Lookup): Promise<LookupReply<UtleggOverview>> {
  const { addresses, settings } = skatteetaten;
  if (!addresses.utleggsdatabasen) return { state: 'failed', failure: failure('api-not-public') };
  const reply = await ask(skatteetaten, {
    source: 'utlegg',
    base: addresses.utleggsdatabasen,
    path: [settings.packages.collection.utlegg, 'personer', lookup.personId, 'utlegg'],
    query: { inkluderAvsluttede: 'true' },
    correlated: true,
    scope: settings.scopes.utlegg,
    signal: lookup.signal,
  });
  if (reply.state !== 'answered') return reply;
  const parsed = parseOverview(reply.body, lookup.personId);
  if (!parsed.ok) return notThisApi(reply);
  return { state: 'delivered', answer: parsed.value, raw: reply.raw, correlationId: reply.correlationId };
}
