import { randomUUID } from 'node:crypto';

/** Why Maskinporten says no. `code` is Digdir's MP code where one is known (maskinporten.md 5.2). */
export interface Refusal {
  readonly status: 400 | 401 | 403;
  readonly error:
    | 'invalid_request'
    | 'invalid_grant'
    | 'invalid_client'
    | 'invalid_scope'
    | 'forbidden'
    | 'unsupported_grant_type';
  readonly code: string | null;
  readonly description: string;
}

const refusal =
  (status: Refusal['status'], error: Refusal['error'], code: Refusal['code'], opening: string) =>
  (detail: string): Refusal => ({ status, error, code, description: `${opening}${detail}` });

const NOT_AUTHENTICATED = 'Invalid assertion. Client authentication failed. ';

/** The refusals that the rules use; each takes what is wrong and never repeats a value that was sent. */
export const refuse = {
  badRequest: refusal(400, 'invalid_request', 'MP-011', 'Invalid assertion. Invalid parameter value. '),
  grantType: refusal(400, 'unsupported_grant_type', null, 'Unsupported grant type. '),
  usedBefore: refusal(400, 'invalid_grant', 'MP-012', 'Grant is used before. '),
  unknownClient: refusal(400, 'invalid_grant', 'MP-100', `${NOT_AUTHENTICATED}Client not found. `),
  audience: refusal(400, 'invalid_grant', 'MP-110', `${NOT_AUTHENTICATED}Invalid JWT claim aud. `),
  certificate: refusal(400, 'invalid_grant', 'MP-120', `${NOT_AUTHENTICATED}Signed with invalid certificate. `),
  expiredKey: refusal(400, 'invalid_grant', 'MP-121', `${NOT_AUTHENTICATED}Expired key. `),
  organisation: refusal(400, 'invalid_grant', 'MP-122', `${NOT_AUTHENTICATED}Organisation number mismatch. `),
  x5c: refusal(400, 'invalid_grant', 'MP-123', `${NOT_AUTHENTICATED}Failed to extract certificate from jwt. `),
  signature: refusal(400, 'invalid_grant', 'MP-124', `${NOT_AUTHENTICATED}Invalid signature. `),
  expired: refusal(400, 'invalid_grant', 'MP-130', `${NOT_AUTHENTICATED}JWT is expired. `),
  time: refusal(400, 'invalid_grant', null, 'Invalid assertion. '),
  unknownKey: refusal(400, 'invalid_grant', null, `${NOT_AUTHENTICATED}Unknown key identifier (kid). `),
  keyRequired: refusal(
    400,
    'invalid_grant',
    null,
    `${NOT_AUTHENTICATED}Client must use pre-registered jwk, no kid was given. `,
  ),
  scopeOfClient: refusal(400, 'invalid_scope', 'MP-200', 'Token request contains invalid scopes for client. '),
  scopeOfUserLogin: refusal(
    400,
    'invalid_scope',
    'MP-201',
    'Token request contains scopes with integration types only allowed for user login. ',
  ),
  scopeOfConsumer: refusal(403, 'forbidden', 'MP-250', 'Consumer has not been granted access to the scope. '),
  notDelegated: refusal(403, 'forbidden', 'MP-251', 'Consumer has not delegated access to the scope. '),
  ownConsumer: refusal(
    400,
    'invalid_request',
    null,
    'Consumer_org must be another organisation than the client’s own. ',
  ),
  detailsType: refusal(400, 'invalid_request', 'MP-301', 'Unknown type in authorization_details. '),
  detailsField: refusal(400, 'invalid_request', 'MP-302', 'Unknown field in authorization_details. '),
  detailsValue: refusal(400, 'invalid_request', 'MP-303', 'Invalid value in authorization_details. '),
} as const;

/** Where the code of an error stands; real answers have it in `error_uri` (maskinporten.md 5.1), the others are for practice. */
export type CodePlace = 'uri' | 'text' | 'neither';

/** A refusal in Digdir's shape: `error`, `error_description` with a trace id, and `error_uri` that ends in the code. */
export function refusalBody(refused: Refusal, issuer: string, codePlace: CodePlace): Record<string, string> {
  const traceId = randomUUID().replaceAll('-', '');
  const { code } = refused;
  const inText = codePlace === 'text' && code ? `${code} ` : '';
  return {
    error: refused.error,
    error_description: `${inText}${refused.description.trim()} (trace_id: ${traceId})`,
    ...(codePlace === 'uri' && code ? { error_uri: `${issuer}errors/${code}` } : {}),
  };
}
