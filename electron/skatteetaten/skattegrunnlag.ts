import type { TaxAnswer } from '../../shared/income/model.ts';
import { parseTax } from '../../shared/income/parseTax.ts';
import { failure } from '../../shared/ipc/errors.ts';
import { ask, type Skatteetaten } from './ask.ts';
import { type Desk, type Lookup, type LookupReply, notThisApi, weigh } from './lookup.ts';

/** Both our packages may see finished settlements only (skatteetaten-apis.md 3.1). */
const STADIE = 'oppgjoer';

export interface TaxLookup extends Lookup {
  readonly desk: Desk;
  /** Income year. */
  readonly year: number;
}

/**
 * Asks Summert skattegrunnlag (v2) for a person's settled tax basis of one year; a year that is not served is `nothing`. The collection desk
 * asks the retired Spesifisert API instead when IT has switched that on; housing officers never had it (skatteetaten-apis.md 6).
 */
export async function lookUpTaxBasis(skatteetaten: Skatteetaten, lookup: TaxLookup): Promise<LookupReply<TaxAnswer>> {
  const { addresses, settings } = skatteetaten;
  const spesifisert = settings.spesifisertPath && lookup.desk === 'collection';
  const base = spesifisert ? addresses.spesifisertSkattegrunnlag : addresses.summertSkattegrunnlag;
  if (base === null) return { state: 'failed', failure: failure('not-configured') };
  const reply = await ask(skatteetaten, {
    source: 'skattegrunnlag',
    base,
    path: [STADIE, settings.packages[lookup.desk].skattegrunnlag, String(lookup.year), lookup.personId],
    scope: settings.scopes.skattegrunnlag,
    signal: lookup.signal,
  });
  if (reply.state !== 'answered') return reply;
  const parsed = parseTax(reply.body);
  if (!parsed.ok || parsed.value.year !== lookup.year) return notThisApi(reply);
  const { posts, unread } = parsed.value;
  return weigh(parsed.value, posts.length > 0 || unread.length > 0, reply);
}
