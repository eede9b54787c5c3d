import { z } from 'zod';
import { isOrganisationNumber, isSyntheticNumber } from '../identifiers.ts';
import { readStrictObject } from '../maskinporten/strictJson.ts';
import { Scope } from '../organisations.ts';
import type { Api, Asked } from './api.ts';
import { ULD_PROBLEMS } from './uldProblems.ts';

/** A party in the form of Skatteetaten's request sample (utleggsdatabasen.md 5); nothing else may stand in the body. */
const Request = z.strictObject({
  skyldner: z.strictObject({
    landkodeIdentifikator: z.literal('NO'),
    taxIdentificationNumber: z.string().refine((text) => isSyntheticNumber(text) || isOrganisationNumber(text)),
  }),
});

/**
 * Oppslag samordnet trekk (ELAN for municipalities): POST `/oppslag-samordnet-trekk`, does the debtor have, or has had, a trekk under the new
 * rules? The address and the name of the boolean are our contract's.
 */
export const samordnetTrekk: Api = {
  target: 'samordnetTrekk',
  base: '/elan/v1/elan-kommune',
  scopes: [Scope.samordnetTrekk],
  method: 'POST',
  hasCallHeaders: true,
  // five at a time is the gateway's rule here: the contract has no 429
  problems: { ...ULD_PROBLEMS, unavailable: [503, 'ULD-002'] },
  personIn: (asked) => partyIn(asked)?.taxIdentificationNumber,
  answer: (call) => {
    if (call.path.join('/') !== 'oppslag-samordnet-trekk') return 'unknownUrl';
    const skyldner = partyIn(call);
    if (!skyldner || call.query.size > 0) return 'badInput';
    const found = call.people.get(skyldner.taxIdentificationNumber);
    if (found?.unanswered.includes('samordnetTrekk')) return 'unavailable';
    // an answer about a party that does not exist would be taken for «the old rules»
    const exists = isOrganisationNumber(skyldner.taxIdentificationNumber) || (found && !found.isUnknown);
    if (!exists) return 'badInput';
    return { body: { skyldner, harEllerHarHattTrekkEtterNyttRegelverk: found?.isUnderNewRules ?? false } };
  },
};

function partyIn({ headers, body }: Asked): z.output<typeof Request>['skyldner'] | undefined {
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) return undefined;
  return Request.safeParse(readStrictObject(body)).data?.skyldner;
}
