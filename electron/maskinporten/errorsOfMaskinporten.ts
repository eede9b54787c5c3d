import { z } from 'zod';
import { type ErrorCode, type ErrorDetail, errorTable, type Failure, failure } from '../../shared/ipc/errors.ts';
import { type HttpAnswer, readJson } from '../skatteetaten/http.ts';

/** Maskinporten accepts `iat` within ten seconds of its own clock (maskinporten.md 3.2). */
const CLOCK_TOLERANCE_SECONDS = 10;

/**
 * Digdir's wording of each error, in the order of maskinporten.md 5.2: older and newer spellings, for answers without a code.
 * The MP code of each row stands in shared/ipc/errors.ts.
 */
const phrases: readonly (readonly [ErrorCode, RegExp])[] = [
  ['mp-malformed', /invalid parameter value|^invalid assertion\.?\s*(\(|$)/i],
  ['mp-grant-reused', /grant is used before/i],
  ['mp-client-unknown', /client not found|client authentication failed\.?\s*(\(|$)/i],
  ['mp-audience', /claim aud/i],
  ['mp-certificate-refused', /invalid certificate/i],
  ['mp-key-expired', /expired key/i],
  ['mp-organisation-mismatch', /organi[sz]ation number|certificate orgno/i],
  ['mp-x5c-invalid', /header x5c|extract certificate/i],
  ['mp-signature-invalid', /invalid (jwt )?signature|validate jwt signature/i],
  ['mp-assertion-expired', /jwt is expired/i],
  ['clock-wrong', /issue time|issued in the future/i],
  ['mp-lifetime', /lifetime/i],
  ['mp-kid-unknown', /unknown key identifier/i],
  ['mp-kid-required', /pre-registered jwk/i],
  ['mp-scope-not-added', /invalid scopes for client/i],
  ['mp-wrong-client-type', /scopes not allowed for maskinporten|only allowed for user login/i],
  ['mp-scope-not-granted', /not been granted access to the scope/i],
  ['mp-not-delegated', /not delegated access/i],
  ['mp-own-org-as-consumer', /combination consumer_org/i],
  ['mp-authorization-type', /unknown authorization details type/i],
  ['mp-authorization-field', /unknown fields in the authorization details/i],
  ['mp-authorization-value', /invalid authorization details values/i],
];

const oauthErrors: Readonly<Record<string, ErrorCode>> = {
  invalid_request: 'mp-malformed',
  unsupported_grant_type: 'mp-malformed',
  invalid_client: 'mp-client-unknown',
  invalid_scope: 'mp-scope-not-added',
  forbidden: 'mp-scope-not-granted',
  server_error: 'mp-unavailable',
  temporarily_unavailable: 'mp-unavailable',
};

const statuses: Readonly<Record<number, ErrorCode>> = {
  429: 'mp-too-many-requests',
  500: 'mp-unavailable',
  502: 'mp-unavailable',
  503: 'mp-unavailable',
  504: 'mp-unavailable',
};

const byMpCode = new Map<string, ErrorCode>(
  Object.entries(errorTable).flatMap(([code, facts]) =>
    'authority' in facts ? [[facts.authority, code as ErrorCode] as const] : [],
  ),
);

const OAuthError = z.object({
  error: z.string().catch(''),
  error_description: z.string().catch(''),
  error_uri: z.string().catch(''),
});

/**
 * What an error answer from the token endpoint means. `known`: names of the request that make the sentence precise. `offsetSeconds`: how far the
 * PC's clock was ahead of Maskinporten's, or null when the answer had no date. The authority's own text is compared, never kept.
 */
export function maskinportenFailure(answer: HttpAnswer, known: ErrorDetail, offsetSeconds: number | null): Failure {
  const { error, error_description: text, error_uri: uri } = OAuthError.catch(nothingSaid).parse(readJson(answer));
  const mpCode = /MP-\d{3}$/.exec(uri)?.[0] ?? /\bMP-\d{3}\b/.exec(text)?.[0];
  const said =
    (mpCode === undefined ? undefined : byMpCode.get(mpCode)) ??
    phrases.find(([, phrase]) => phrase.test(text))?.[0] ??
    statuses[answer.status] ??
    oauthErrors[error] ??
    'mp-unknown-error';
  const trace = traceOf(text);
  return failure(said === 'mp-assertion-expired' && clockIsOff(offsetSeconds) ? 'clock-wrong' : said, {
    detail: {
      ...known,
      status: answer.status,
      ...(mpCode === undefined ? {} : { authorityCode: mpCode }),
      ...(offsetSeconds === null ? {} : { offsetSeconds }),
    },
    ...(trace === undefined ? {} : { trace }),
  });
}

/** Is the PC's clock so far off that Maskinporten refuses what it dates? */
export const clockIsOff = (offsetSeconds: number | null): boolean =>
  offsetSeconds !== null && Math.abs(offsetSeconds) > CLOCK_TOLERANCE_SECONDS;

const nothingSaid = { error: '', error_description: '', error_uri: '' };

/** `… (trace_id: bd1d0e3b…)`, in older answers `(correlation id: …)`. */
const traceOf = (text: string): string | undefined => /\([a-z_ ]+: ?([0-9a-f-]{16,64})\)\s*$/i.exec(text)?.[1];
