import { z } from 'zod';

/** What can be changed while the simulator runs. The defaults are the strict ones. */
export const Settings = z.strictObject({
  /** Natural answer time of every endpoint, milliseconds: at least, at most. */
  latency: z.tuple([z.number().int().min(0), z.number().int().min(0)]).default([30, 80]),
  /** How rettighetspakker are compared; whether Skatteetaten cares about case is unknown (skatteetaten-apis.md 3). */
  packageSpelling: z.enum(['exact', 'any case']).default('exact'),
  /** Is the retired Spesifisert path served (skatteetaten-apis.md 6)? */
  spesifisertIsOn: z.boolean().default(false),
  /** Most months in one Inntekt call; the real limit is unknown (skatteetaten-apis.md 4.2). */
  maxMonths: z.number().int().min(1).default(36),
  /** A certificate with nonRepudiation but not digitalSignature (point 15). */
  nonRepudiationOnly: z.enum(['accept', 'refuse']).default('accept'),
  /** A revocation list that cannot be fetched (point 18). */
  unreachableCrl: z.enum(['accept', 'refuse']).default('accept'),
  /** Can the revocation lists be fetched? */
  crlIsReachable: z.boolean().default(true),
  /** `nbf` and `iss_onbehalfof` (point 21). */
  deprecatedClaims: z.enum(['accept', 'refuse']).default('refuse'),
  /** `resource` together with Skatteetaten's scopes (point 31); accepted, it gives tokens that the APIs refuse. */
  resource: z.enum(['accept', 'refuse']).default('refuse'),
  /** Where the MP code of an error stands. */
  codePlace: z.enum(['uri', 'text', 'neither']).default('uri'),
});

/** Settings of a running simulator. */
export type Settings = z.output<typeof Settings>;
