import { parseNewestYear } from '../../shared/income/parseTax.ts';
import { ask, type Skatteetaten } from './ask.ts';
import { type Lookup, type LookupReply, notThisApi } from './lookup.ts';

/** Asks for the newest income year with a settlement for a person (siste tilgjengelige skatteoppgjør, v1). Needs no package; either Summert scope will do. */
export async function lookUpNewestYear(skatteetaten: Skatteetaten, lookup: Lookup): Promise<LookupReply<number>> {
  const reply = await ask(skatteetaten, {
    source: 'sisteSkatteoppgjoer',
    base: skatteetaten.addresses.sisteTilgjengeligeSkatteoppgjoer,
    path: [lookup.personId],
    scope: skatteetaten.settings.scopes.skattegrunnlag,
    signal: lookup.signal,
  });
  if (reply.state !== 'answered') return reply;
  const parsed = parseNewestYear(reply.body);
  if (!parsed.ok) return notThisApi(reply);
  return { state: 'delivered', answer: parsed.value, raw: reply.raw, correlationId: reply.correlationId };
}
