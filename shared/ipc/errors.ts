import { z } from 'zod';

/**
 * Who must act on an error (maskinporten.md 5.2): A wait and try again, B the municipality's set-up, C access is missing, D expired,
 * E the PC's clock, F a fault in Saksbord, G the certificate on this PC; U something the user can mend alone.
 */
export type ErrorClass = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'U';

interface ErrorFacts {
  readonly class: ErrorClass;
  /** The same press may succeed later without anyone changing anything. */
  readonly retryable: boolean;
  /** Digdir's or Skatteetaten's own code, for IT and support. */
  readonly authority?: string;
}

/** Every error the program can show. The sentences, one for the caseworker and one for IT, are in shared/text. */
export const errorTable = {
  // the process boundary
  locked: { class: 'U', retryable: false },
  'access-denied': { class: 'U', retryable: false },
  'invalid-input': { class: 'U', retryable: false },
  'not-found': { class: 'U', retryable: false },
  'version-conflict': { class: 'U', retryable: false },
  cancelled: { class: 'U', retryable: true },
  'not-in-this-mode': { class: 'U', retryable: false },
  unexpected: { class: 'F', retryable: false },

  // Maskinporten: one per row of maskinporten.md 5.2
  'mp-malformed': { class: 'F', retryable: false, authority: 'MP-011' },
  'mp-grant-reused': { class: 'F', retryable: true, authority: 'MP-012' },
  'mp-client-unknown': { class: 'B', retryable: false, authority: 'MP-100' },
  'mp-audience': { class: 'B', retryable: false, authority: 'MP-110' },
  'mp-certificate-refused': { class: 'B', retryable: false, authority: 'MP-120' },
  'mp-key-expired': { class: 'D', retryable: false, authority: 'MP-121' },
  'mp-organisation-mismatch': { class: 'B', retryable: false, authority: 'MP-122' },
  'mp-x5c-invalid': { class: 'F', retryable: false, authority: 'MP-123' },
  'mp-signature-invalid': { class: 'B', retryable: false, authority: 'MP-124' },
  'mp-assertion-expired': { class: 'A', retryable: true, authority: 'MP-130' },
  'mp-lifetime': { class: 'F', retryable: false },
  'clock-wrong': { class: 'E', retryable: false },
  'mp-kid-unknown': { class: 'B', retryable: false },
  'mp-kid-required': { class: 'B', retryable: false },
  'mp-scope-not-added': { class: 'C', retryable: false, authority: 'MP-200' },
  'mp-wrong-client-type': { class: 'B', retryable: false, authority: 'MP-201' },
  'mp-scope-not-granted': { class: 'C', retryable: false, authority: 'MP-250' },
  'mp-not-delegated': { class: 'C', retryable: false, authority: 'MP-251' },
  'mp-own-org-as-consumer': { class: 'B', retryable: false },
  'mp-authorization-type': { class: 'F', retryable: false, authority: 'MP-301' },
  'mp-authorization-field': { class: 'F', retryable: false, authority: 'MP-302' },
  'mp-authorization-value': { class: 'B', retryable: false, authority: 'MP-303' },
  'mp-unknown-error': { class: 'B', retryable: false },
  'mp-too-many-requests': { class: 'A', retryable: true },
  'mp-unavailable': { class: 'A', retryable: true },
  'mp-bad-answer': { class: 'A', retryable: true },

  // Skatteetaten (skatteetaten-apis.md 4.6, 5.6, 7.1, 8)
  'api-unexpected': { class: 'A', retryable: true },
  'api-behind': { class: 'A', retryable: true },
  'api-wrong-url': { class: 'B', retryable: false },
  'api-unauthenticated': { class: 'B', retryable: false },
  'api-unauthorised': { class: 'C', retryable: false },
  'api-bad-input': { class: 'F', retryable: false },
  'api-format': { class: 'F', retryable: false },
  'api-consent': { class: 'C', retryable: false },
  'api-too-many-requests': { class: 'A', retryable: true },
  'api-unavailable': { class: 'A', retryable: true },
  'api-bad-answer': { class: 'A', retryable: true },
  'api-not-public': { class: 'C', retryable: false },
  // what utleggsdatabasen and ELAN answer to a message (utleggsdatabasen.md 9)
  'api-rules-broken': { class: 'U', retryable: false },
  'api-key-reused': { class: 'F', retryable: false },
  'api-duplicate': { class: 'U', retryable: false },
  'api-changed-since': { class: 'U', retryable: false },
  'api-wrong-state': { class: 'U', retryable: false },
  'api-gone': { class: 'U', retryable: false },

  // the way there
  'net-no-contact': { class: 'A', retryable: true },
  'net-timeout': { class: 'A', retryable: true },
  'net-cut': { class: 'A', retryable: true },
  'net-tls': { class: 'B', retryable: false },
  'net-proxy': { class: 'B', retryable: false },

  // on this PC
  'no-identity': { class: 'G', retryable: false },
  'no-keychain': { class: 'G', retryable: false },
  'keychain-refused': { class: 'G', retryable: true },
  'keychain-too-large': { class: 'G', retryable: false },
  'certificate-file-changed': { class: 'G', retryable: false },
  'certificate-expired': { class: 'D', retryable: false },
  'not-configured': { class: 'B', retryable: false },
  'no-letter-contact': { class: 'B', retryable: false },
  'policy-refused': { class: 'B', retryable: false },
  'disk-full': { class: 'U', retryable: true },
  'file-not-written': { class: 'U', retryable: true },
  'storage-damaged': { class: 'G', retryable: false },
  'storage-newer': { class: 'G', retryable: false },

  // new versions of the program (design.md 5, point 10)
  'update-feed-missing': { class: 'B', retryable: true },
  'update-feed-unreadable': { class: 'B', retryable: true },
  'update-feed-forged': { class: 'B', retryable: false },
  'update-file-forged': { class: 'B', retryable: false },
  'update-not-installed': { class: 'B', retryable: true },
  'update-older': { class: 'B', retryable: false },
} as const satisfies Record<string, ErrorFacts>;

export type ErrorCode = keyof typeof errorTable;
const errorCodes = Object.keys(errorTable) as ErrorCode[];

/** Figures and names that make an error's sentence precise. Never a person, a token, a URL with a person in it, or an authority's own text. */
export const ErrorDetail = z.object({
  scope: z.string().optional(),
  clientId: z.string().optional(),
  environment: z.string().optional(),
  host: z.string().optional(),
  /** How far the PC's clock is ahead of the server's (negative: behind). */
  offsetSeconds: z.int().optional(),
  status: z.int().optional(),
  authorityCode: z.string().optional(),
  date: z.string().optional(),
});
export type ErrorDetail = z.infer<typeof ErrorDetail>;

/** What crosses the process boundary when something failed. `reference`: what the user reads to support, e.g. `K7Q2-MP-200-5b0f5c1e`. */
export const CallError = z.object({
  code: z.enum(errorCodes as [ErrorCode, ...ErrorCode[]]),
  retryable: z.boolean(),
  reference: z.string(),
  detail: ErrorDetail.optional(),
});
export type CallError = z.infer<typeof CallError>;

/** A foreseen failure inside the main process, before the door gives it a reference. `trace`: the authority's trace or korrelasjonsid. */
export interface Failure {
  readonly code: ErrorCode;
  readonly detail?: ErrorDetail;
  readonly trace?: string;
}

/** Makes a Failure. */
export const failure = (code: ErrorCode, more: Omit<Failure, 'code'> = {}): Failure => ({ code, ...more });
