import { failure } from '../../shared/ipc/errors.ts';
import { parseSamordnetTrekk } from '../../shared/utlegg/parseSamordnetTrekk.ts';
import { ask, type Skatteetaten } from '../skatteetaten/ask.ts';
import { type Lookup, type LookupReply, notThisApi } from '../skatteetaten/lookup.ts';

/**
 * Asks ELAN whether the debtor has, or has had, a trekk under the new rules («oppslag samordnet trekk», the municipalities' service: the
 * collection agencies' Betjeningskartet is not for us). Fails with `api-not-public` while we have no address.
 */
export async function lookUpSamordnetTrekk(skatteetaten: Skatteetaten, lookup: Lookup): Promise<LookupReply<boolean>> {
  const { addresses, settings } = skatteetaten;
  if (!addresses.samordnetTrekk) return { state: 'failed', failure: failure('api-not-public') };
  const reply = await ask(skatteetaten, {
    source: 'samordnetTrekk',
    base: addresses.samordnetTrekk,
    path: ['oppslag-samordnet-trekk'],
    body: { skyldner: { landkodeIdentifikator: 'NO', taxIdentificationNumber: lookup.personId } },
    correlated: true,
    scope: settings.scopes.samordnetTrekk,
    signal: lookup.signal,
  });
  if (reply.state !== 'answered') return reply;
  const parsed = parseSamordnetTrekk(reply.body, lookup.personId);
  if (!parsed.ok) return notThisApi(reply);
  return { state: 'delivered', answer: parsed.value, raw: reply.raw, correlationId: reply.correlationId };
}
