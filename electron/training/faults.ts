import { z } from 'zod';

/** The endpoints that faults can be ordered for; later issues add theirs. */
export const TARGETS = [
  'token',
  'inntekt',
  'summert',
  'spesifisert',
  'siste',
  'samordnetTrekk',
  'utleggsdatabasen',
  'registrering',
  'vedlegg',
  'beslutning',
] as const;

/** An endpoint of the simulator. */
export type Target = (typeof TARGETS)[number];

/** Before the call is processed: nothing has happened then. Or after: what it wrote is stored, and the caller cannot know. */
const when = z.enum(['before', 'after']).default('before');

/** What can go wrong (maskinporten.md 12.4 and issue 2, section 5; issue 4 for what is written). */
const Fault = z.discriminatedUnion('kind', [
  /** Waits; longer than the client's time-out, and the answer comes too late. */
  z.strictObject({ kind: z.literal('latency'), ms: z.number().int().min(0).max(600_000), when }),
  /** Answers with a status instead of its own answer. `kode` overrides the error code; `retryAfter` is seconds or an HTTP date. */
  z.strictObject({
    kind: z.literal('status'),
    status: z.union([401, 403, 404, 406, 410, 429, 500, 502, 503, 504].map((status) => z.literal(status))),
    kode: z.string().max(40).optional(),
    retryAfter: z.union([z.number().int().min(0), z.string().max(60)]).optional(),
    when,
  }),
  /** A proxy's page. */
  z.strictObject({ kind: z.literal('html'), status: z.number().int().min(200).max(599).default(502), when }),
  /** The connection is reset: before processing, or after it (an assertion is then used up). */
  z.strictObject({ kind: z.literal('cut'), when: z.enum(['before', 'after']) }),
  /** The right headers, half the body, then a reset. */
  z.strictObject({ kind: z.literal('halfBody') }),
  z.strictObject({ kind: z.literal('wrongContentType'), contentType: z.string().min(1).max(100).default('text/html') }),
  z.strictObject({ kind: z.literal('brokenJson') }),
  /** The call reaches the service twice, as when a proxy sends it again; the caller gets the first answer or the last. */
  z.strictObject({ kind: z.literal('deliveredTwice'), answer: z.enum(['first', 'last']).default('first') }),
  /** The clock of this endpoint, also in its Date header. */
  z.strictObject({ kind: z.literal('clockSkew'), seconds: z.number().int().min(-86_400).max(86_400) }),
  /** Token only: */
  z.strictObject({
    kind: z.literal('withoutMember'),
    member: z.enum(['access_token', 'expires_in', 'token_type', 'scope']),
  }),
  z.strictObject({ kind: z.literal('expiresIn'), seconds: z.number().int().min(1).max(7200) }),
  /** The client no longer has the scope (MP-200). */
  z.strictObject({ kind: z.literal('scopeRemoved'), scope: z.string() }),
  /** Skatteetaten no longer grants the scope to the organisation (MP-250). */
  z.strictObject({ kind: z.literal('scopeNotGranted'), scope: z.string() }),
  /** The registered key has become more than a year old (MP-121). */
  z.strictObject({ kind: z.literal('keyExpired') }),
  /** Every enterprise certificate is revoked (MP-120). */
  z.strictObject({ kind: z.literal('certificateRevoked') }),
  z.strictObject({ kind: z.literal('codePlace'), place: z.enum(['text', 'neither']) }),
]);

/** Something that goes wrong, as it is ordered. */
export type Fault = z.input<typeof Fault>;
type OrderedFault = z.output<typeof Fault>;

/** An order for a fault: at an endpoint, perhaps for one person, perhaps a number of times (else until it is cleared). */
export const FaultOrder = z.strictObject({
  target: z.enum(TARGETS),
  person: z.string().optional(),
  times: z.number().int().min(1).optional(),
  fault: Fault,
});
type FaultOrder = z.output<typeof FaultOrder>;

/** The faults of one call, found by kind. */
export class CallFaults {
  readonly #faults: readonly OrderedFault[];

  constructor(faults: readonly OrderedFault[]) {
    this.#faults = faults;
  }

  /** The newest fault of a kind, if it was ordered. */
  find<K extends OrderedFault['kind']>(kind: K): Extract<OrderedFault, { kind: K }> | undefined {
    return this.#faults.findLast((fault): fault is Extract<OrderedFault, { kind: K }> => fault.kind === kind);
  }
}

/** Faults that are ordered and not used up. */
export class FaultList {
  #orders: { order: FaultOrder; left: number }[] = [];

  order(order: FaultOrder): void {
    this.#orders.push({ order, left: order.times ?? Number.POSITIVE_INFINITY });
  }

  clear(): void {
    this.#orders = [];
  }

  /** Takes the faults that hit a call: each ordered one counts as used once. */
  take(target: Target, person: string | null): CallFaults {
    const hit = this.#orders.filter(({ order }) => order.target === target && (order.person ?? person) === person);
    for (const entry of hit) entry.left -= 1;
    this.#orders = this.#orders.filter(({ left }) => left > 0);
    return new CallFaults(hit.map(({ order }) => order.fault));
  }
}
