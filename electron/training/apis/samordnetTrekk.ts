import { z } from 'zod';
import { isOrganisationNumber, isSyntheticNumber } from '../identifiers.ts';
import { Scope } from '../organisations.ts';
import type { Asked, Operation } from './api.ts';
import { bodyOf } from './writing.ts';

/** A party in the form of Skatteetaten's request sample (utleggsdatabasen.md 5); nothing else may stand in the body. */
const Request = z.strictObject({
  skyldner: z.strictObject({
    landkodeIdentifikator: z.literal('NO'),
    taxIdentificationNumber: z.string().refine((text) => isSyntheticNumber(text) || isOrganisationNumber(text)),
  }),
});

/** Oppslag samordnet trekk: does the debtor have, or has had, a trekk under the new rules? The name of the boolean is our contract's. */
export const samordnetTrekk: Operation = {
  method: 'POST',
  path: 'oppslag-samordnet-trekk',
  scopes: [Scope.samordnetTrekk],
  personIn: (asked) => partyIn(asked)?.taxIdentificationNumber,
  answer: (call) => {
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

const partyIn = (asked: Asked): z.output<typeof Request>['skyldner'] | undefined => bodyOf(Request, asked)?.skyldner;
