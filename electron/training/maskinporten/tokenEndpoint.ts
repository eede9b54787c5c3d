import type { CallFaults } from '../faults.ts';
import { html, json, plainText, type Reply, retryAfterHeader } from '../http.ts';
import type { AccessTokens } from './accessTokens.ts';
import type { TokenRequest } from './readGrant.ts';
import type { CodePlace } from './refusal.ts';
import { refusalBody } from './refusal.ts';
import { type GrantWorld, verifyGrant } from './verifyGrant.ts';

const DEFAULT_LIFETIME_SECONDS = 120;

/** An answer of the token endpoint, with what to write down about it. */
export interface TokenAnswer {
  readonly reply: Reply;
  readonly client: string | null;
  /** The code, or the point of maskinporten.md 12.3 that refused. */
  readonly outcome: string;
}

/** Answers a token request: points 1–33 by the rules, 34 and 35 here. */
export function answerTokenRequest(
  request: TokenRequest,
  world: GrantWorld,
  tokens: AccessTokens,
  codePlace: CodePlace,
  faults: CallFaults,
): TokenAnswer {
  const verdict = verifyGrant(request, world);
  if ('refused' in verdict) {
    const { refused, point } = verdict;
    const reply = json(refused.status, refusalBody(refused, world.issuer, codePlace), NOT_STORED);
    return { reply, client: null, outcome: `${refused.code ?? refused.error} (point ${point})` };
  }
  const { accepted } = verdict;
  const lifetime = faults.find('expiresIn')?.seconds ?? DEFAULT_LIFETIME_SECONDS;
  const answer = {
    access_token: tokens.issue(accepted, world.now, lifetime),
    token_type: 'Bearer',
    expires_in: lifetime,
    scope: accepted.scopes.join(' '),
  };
  const without = faults.find('withoutMember')?.member;
  const members = Object.entries(answer).filter(([name]) => name !== without);
  return {
    reply: json(200, Object.fromEntries(members), NOT_STORED),
    client: accepted.client.clientId,
    outcome: 'issued',
  };
}

const NOT_STORED = { 'cache-control': 'no-store', pragma: 'no-cache' };

/** The answer that a fault wants instead of the real one; null when the request goes on. */
export function tokenFaultReply(faults: CallFaults): Reply | null {
  const page = faults.find('html');
  if (page) return html(page.status, 'Bad Gateway');
  const ordered = faults.find('status');
  if (!ordered) return null;
  const headers = retryAfterHeader(ordered.retryAfter);
  if (ordered.status === 429 || ordered.status === 503)
    return plainText(ordered.status, 'Service Unavailable', headers);
  if (ordered.status >= 500) return html(ordered.status, 'Internal Server Error');
  return json(ordered.status, { error: 'server_error', error_description: 'Ordered fault.' }, headers);
}

/** Metadata of the authorization server (RFC 8414). */
export const metadata = (issuer: string): Reply =>
  json(200, {
    issuer,
    token_endpoint: `${issuer}token`,
    jwks_uri: `${issuer}jwk`,
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    grant_types_supported: ['urn:ietf:params:oauth:grant-type:jwt-bearer'],
    token_endpoint_auth_signing_alg_values_supported: ['RS256', 'RS384', 'RS512'],
    authorization_details_types_supported: ['urn:altinn:systemuser'],
  });
