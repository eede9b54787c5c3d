import type { Month } from '../../shared/dates.ts';
import type { IncomeAnswer } from '../../shared/income/model.ts';
import { parseIncome } from '../../shared/income/parseIncome.ts';
import { ask, type Skatteetaten } from './ask.ts';
import { type Desk, type Lookup, type LookupReply, notThisApi, weigh } from './lookup.ts';

export interface IncomeLookup extends Lookup {
  readonly desk: Desk;
  readonly fromMonth: Month;
  readonly toMonth: Month;
}

/** Asks the Inntekt API (v1) what employers and others have reported for a person, both months included. */
export async function lookUpIncome(
  skatteetaten: Skatteetaten,
  lookup: IncomeLookup,
): Promise<LookupReply<IncomeAnswer>> {
  const { addresses, settings } = skatteetaten;
  const reply = await ask(skatteetaten, {
    source: 'inntekt',
    base: addresses.inntekt,
    path: [settings.packages[lookup.desk].inntekt, lookup.personId, 'inntekter'],
    query: { fraOgMed: lookup.fromMonth, tilOgMed: lookup.toMonth },
    scope: settings.scopes.inntekt,
    signal: lookup.signal,
  });
  if (reply.state !== 'answered') return reply;
  const parsed = parseIncome(reply.body);
  if (!parsed.ok) return notThisApi(reply);
  const { entries, withholding, deductions, unread } = parsed.value;
  return weigh(
    parsed.value,
    [entries, withholding, deductions, unread].some((list) => list.length > 0),
    reply,
  );
}
