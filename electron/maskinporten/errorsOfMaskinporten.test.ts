import { describe, expect, it } from 'vitest';
import { type ErrorClass, type ErrorCode, errorTable } from '../../shared/ipc/errors.ts';
import type { HttpAnswer } from '../skatteetaten/http.ts';
import { maskinportenFailure } from './errorsOfMaskinporten.ts';

const TRACE = 'bd1d0e3bfb1c7a7bd99fd447714a316c';
const known = { scope: 'skatteetaten:inntekt', clientId: 'c-1', environment: 'test' };

function answer(status: number, body: unknown, contentType = 'application/json;charset=UTF-8'): HttpAnswer {
  return {
    status,
    headers: new Headers({ 'content-type': contentType }),
    body: typeof body === 'string' ? body : JSON.stringify(body),
    sentAt: { wall: 0, monotonic: 0 },
    roundTripMs: 10,
  };
}
const refusal = (error: string, text: string, mpCode?: string) => ({
  error,
  error_description: `${text} (trace_id: ${TRACE})`,
  ...(mpCode ? { error_uri: `https://test.maskinporten.no/errors/${mpCode}` } : {}),
});

/** maskinporten.md 5.2, row by row: MP code, OAuth error, Digdir's text, our code, whose matter it is. */
const rows: [string | null, string, string, ErrorCode, ErrorClass][] = [
  ['MP-011', 'invalid_request', 'Invalid assertion. Invalid parameter value', 'mp-malformed', 'F'],
  ['MP-012', 'invalid_grant', 'Grant is used before', 'mp-grant-reused', 'F'],
  ['MP-100', 'invalid_grant', 'Client not found', 'mp-client-unknown', 'B'],
  ['MP-100', 'invalid_grant', 'Invalid assertion. Client authentication failed.', 'mp-client-unknown', 'B'],
  [
    'MP-110',
    'invalid_grant',
    'Invalid assertion. Client authentication failed. Invalid JWT claim aud',
    'mp-audience',
    'B',
  ],
  [
    'MP-120',
    'invalid_grant',
    'Invalid assertion. Client authentication failed. The JWT is signed with an invalid certificate.',
    'mp-certificate-refused',
    'B',
  ],
  ['MP-121', 'invalid_grant', 'Invalid assertion. Client authentication failed. Expired key.', 'mp-key-expired', 'D'],
  [
    'MP-122',
    'invalid_grant',
    'Invalid JWT. Invalid organization number for client. Does not match certificate orgno',
    'mp-organisation-mismatch',
    'B',
  ],
  [
    'MP-122',
    'invalid_grant',
    'Client orgno 310442100 does not match certificate orgno 213554719',
    'mp-organisation-mismatch',
    'B',
  ],
  ['MP-123', 'invalid_grant', 'Invalid JWT header x5c', 'mp-x5c-invalid', 'F'],
  ['MP-123', 'invalid_grant', 'Failed to extract certificate from jwt', 'mp-x5c-invalid', 'F'],
  ['MP-124', 'invalid_grant', 'Invalid JWT signature', 'mp-signature-invalid', 'B'],
  ['MP-124', 'invalid_grant', 'Could not validate JWT Signature', 'mp-signature-invalid', 'B'],
  ['MP-130', 'invalid_grant', 'JWT is expired', 'mp-assertion-expired', 'A'],
  [null, 'invalid_grant', 'Issue time is after now', 'clock-wrong', 'E'],
  [null, 'invalid_grant', 'Invalid assertion. JWT issued in the future', 'clock-wrong', 'E'],
  [null, 'invalid_grant', 'Invalid assertion. Too long lifetime', 'mp-lifetime', 'F'],
  [
    null,
    'invalid_grant',
    'Invalid assertion. Client authentication failed. Unknown key identifier (kid) for client.',
    'mp-kid-unknown',
    'B',
  ],
  [
    null,
    'invalid_grant',
    'Invalid assertion. Client authentication failed. Invalid JWT. The client requires pre-registered jwk and no key identifier (kid) provided',
    'mp-kid-required',
    'B',
  ],
  [
    'MP-200',
    'invalid_scope',
    'Token request contains invalid scopes for client, skatteetaten:inntekt',
    'mp-scope-not-added',
    'C',
  ],
  [
    'MP-201',
    'invalid_scope',
    'Token request contains scopes not allowed for maskinporten',
    'mp-wrong-client-type',
    'B',
  ],
  [
    'MP-201',
    'invalid_scope',
    'Token request contains scopes with integration types only allowed for user login',
    'mp-wrong-client-type',
    'B',
  ],
  [
    'MP-250',
    'forbidden',
    'Consumer has not been granted access to the scope skatteetaten:inntekt',
    'mp-scope-not-granted',
    'C',
  ],
  [
    'MP-251',
    'forbidden',
    'Consumer 310442100 has not delegated access to the scope skatteetaten:inntekt to supplier 213554719',
    'mp-not-delegated',
    'C',
  ],
  [
    null,
    'invalid_request',
    'Validation of JWT claim failed: The combination consumer_org in claim and delegation scope on client is invalid',
    'mp-own-org-as-consumer',
    'B',
  ],
  ['MP-301', 'invalid_request', 'Unknown authorization details type', 'mp-authorization-type', 'F'],
  ['MP-302', 'invalid_request', 'Unknown fields in the authorization details', 'mp-authorization-field', 'F'],
  ['MP-303', 'invalid_request', 'Invalid authorization details values', 'mp-authorization-value', 'B'],
];

describe('maskinportenFailure', () => {
  it.each(rows)('%s %s «%s» is %s, class %s', (mpCode, error, text, code, errorClass) => {
    const shapes = [
      refusal(error, text),
      ...(mpCode ? [refusal('unheard_of', 'new words', mpCode), refusal('unheard_of', `${mpCode}: new words`)] : []),
    ];
    for (const body of shapes) expect(maskinportenFailure(answer(400, body), known, 0).code).toBe(code);
    expect(errorTable[code].class).toBe(errorClass);
  });

  it.each([
    [429, 'mp-too-many-requests'],
    [500, 'mp-unavailable'],
    [502, 'mp-unavailable'],
    [503, 'mp-unavailable'],
    [504, 'mp-unavailable'],
    [400, 'mp-unknown-error'],
    [401, 'mp-unknown-error'],
    [403, 'mp-unknown-error'],
  ] as const)('an HTML page with status %i is %s', (status, code) => {
    const page = '<html><body><h1>JWT is expired, said a proxy</h1></body></html>';
    expect(maskinportenFailure(answer(status, page, 'text/html'), known, null)).toEqual({
      code,
      detail: { ...known, status },
    });
  });

  it.each([
    ['invalid_request', 'mp-malformed'],
    ['unsupported_grant_type', 'mp-malformed'],
    ['invalid_client', 'mp-client-unknown'],
    ['invalid_scope', 'mp-scope-not-added'],
    ['forbidden', 'mp-scope-not-granted'],
    ['temporarily_unavailable', 'mp-unavailable'],
    ['something_new', 'mp-unknown-error'],
  ] as const)('falls back to the OAuth error %s: %s', (error, code) => {
    expect(maskinportenFailure(answer(400, refusal(error, 'new words')), known, null).code).toBe(code);
  });

  it('keeps a code it does not know, for IT', () => {
    const failed = maskinportenFailure(answer(400, refusal('invalid_grant', 'new words', 'MP-999')), known, 0);
    expect(failed).toMatchObject({ code: 'mp-unknown-error', detail: { authorityCode: 'MP-999', status: 400 } });
  });

  it('keeps the trace id and nothing else of the text', () => {
    const text = 'Expired key. Ola Nordmann 01818012345';
    const failed = maskinportenFailure(answer(400, refusal('invalid_grant', text, 'MP-121')), known, 3);
    expect(failed).toEqual({
      code: 'mp-key-expired',
      trace: TRACE,
      detail: { ...known, status: 400, authorityCode: 'MP-121', offsetSeconds: 3 },
    });
  });

  it('reads the correlation id of older answers', () => {
    const id = '023510ad-58bb-b65b-1623-107935a6bf95';
    const body = { error: 'invalid_grant', error_description: `Expired key. (correlation id: ${id})` };
    expect(maskinportenFailure(answer(400, body), known, null).trace).toBe(id);
  });

  it.each([
    [10, 'mp-assertion-expired'],
    [11, 'clock-wrong'],
    [-10, 'mp-assertion-expired'],
    [-200, 'clock-wrong'],
    [null, 'mp-assertion-expired'],
  ] as const)('an expired grant with the clock %s s off is %s', (offset, code) => {
    const failed = maskinportenFailure(
      answer(400, refusal('invalid_grant', 'JWT is expired', 'MP-130')),
      known,
      offset,
    );
    expect(failed.code).toBe(code);
    expect(failed.detail?.offsetSeconds).toBe(offset ?? undefined);
  });

  it.each([['null'], ['[]'], ['"text"'], ['{"error":1,"error_description":{},"error_uri":[]}'], ['{"error":']])(
    'survives the body %s',
    (body) => {
      expect(maskinportenFailure(answer(400, body), known, null).code).toBe('mp-unknown-error');
    },
  );
});
