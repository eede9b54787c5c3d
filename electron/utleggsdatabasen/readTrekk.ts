import { failure } from '../../shared/ipc/errors.ts';
import { type ParsedTrekk, parseTrekk } from '../../shared/utlegg/parseTrekk.ts';
import { ask, type Skatteetaten } from '../skatteetaten/ask.ts';
import { type Lookup, type LookupReply, notThisApi } from '../skatteetaten/lookup.ts';

/** One trekk of our own, the newest version or a named one. */
export interface TrekkLookup extends Lookup {
  readonly utleggstrekkId: string;
  readonly versjon: number | null;
}

/** Reads a trekk of our own by its id. `withdrawn`: it was removed. Fails with `api-not-public` while we have no address. */
export async function readTrekk(skatteetaten: Skatteetaten, lookup: TrekkLookup): Promise<LookupReply<ParsedTrekk>> {
  const { addresses, settings } = skatteetaten;
  if (!addresses.utleggsdatabasen) return { state: 'failed', failure: failure('api-not-public') };
  const reply = await ask(skatteetaten, {
    source: 'utlegg',
    base: addresses.utleggsdatabasen,
    path: ['utleggstrekk', lookup.utleggstrekkId],
    ...(lookup.versjon === null ? {} : { query: { versjon: String(lookup.versjon) } }),
    correlated: true,
    scope: settings.scopes.utlegg,
    signal: lookup.signal,
  });
  if (reply.state !== 'answered') return reply;
  const parsed = parseTrekk(reply.body, lookup.personId);
  if (!parsed.ok || parsed.value.utleggstrekkId !== lookup.utleggstrekkId) return notThisApi(reply);
  return { state: 'delivered', answer: parsed.value, raw: reply.raw, correlationId: reply.correlationId };
}
