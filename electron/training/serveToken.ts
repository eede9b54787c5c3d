import type { IncomingMessage } from 'node:http';
import type { CallFaults } from './faults.ts';
import { naturalPause, readBody } from './http.ts';
import { answerTokenRequest, tokenFaultReply } from './maskinporten/tokenEndpoint.ts';
import type { GrantWorld } from './maskinporten/verifyGrant.ts';
import { CLIENTS, DELEGATED_SCOPES, DELEGATIONS, FJELLVIK, ORGANISATIONS } from './organisations.ts';
import type { Served } from './serve.ts';
import type { World } from './world.ts';

const BODY_LIMIT = 64 * 1024;
const YEAR_MS = 365 * 86_400_000;

/** Serves POST /token. */
export async function serveToken(request: IncomingMessage, world: World, faults: CallFaults): Promise<Served> {
  const fault = tokenFaultReply(faults);
  if (fault) return { reply: fault, client: null, outcome: 'fault' };
  const tokenRequest = {
    method: request.method ?? '',
    contentType: request.headers['content-type'] ?? '',
    hasAuthorization: request.headers.authorization !== undefined,
    body: await readBody(request, BODY_LIMIT),
  };
  const codePlace = faults.find('codePlace')?.place ?? world.settings.codePlace;
  const answer = answerTokenRequest(tokenRequest, grantWorld(world, faults), world.tokens, codePlace, faults);
  if (answer.outcome === 'issued') world.records.tokensIssued += 1;
  // waits after the grant has been judged: an answer that comes too late has used the assertion up
  await naturalPause(world.settings.latency, faults.find('latency')?.ms ?? 0);
  return answer;
}

/** What the rules need to know, as the faults of this call have left it. */
function grantWorld(world: World, faults: CallFaults): GrantWorld {
  const removed = faults.find('scopeRemoved')?.scope;
  const notGranted = faults.find('scopeNotGranted')?.scope;
  return {
    issuer: world.issuer,
    now: Date.now() + (faults.find('clockSkew')?.seconds ?? 0) * 1000,
    settings: world.settings,
    client: (clientId) => {
      const client = CLIENTS.find((known) => known.clientId === clientId);
      return client && { ...client, scopes: client.scopes.filter((scope) => scope !== removed) };
    },
    keysOf: (clientId) => {
      const keys = world.keys.get(clientId) ?? [];
      return faults.find('keyExpired')
        ? keys.map((key) => ({ ...key, registeredAt: key.registeredAt - YEAR_MS }))
        : keys;
    },
    organisation: (number) => {
      const organisation = ORGANISATIONS.find((known) => known.number === number);
      return organisation && { ...organisation, scopes: organisation.scopes.filter((scope) => scope !== notGranted) };
    },
    trustAnchors: world.trustAnchors,
    revocation: ({ serialNumber }) => {
      if (!world.settings.crlIsReachable) return 'unreachable';
      return faults.find('certificateRevoked') || world.revokedSerialNumbers.has(serialNumber) ? 'revoked' : 'good';
    },
    hasDelegated: (from, to, scope) =>
      DELEGATIONS.some((given) => given.from === from && given.to === to && given.scope === scope),
    hasDelegationSource: (scope) => DELEGATED_SCOPES.includes(scope),
    systemUserOf: (number) => (number === FJELLVIK.number ? SYSTEM_USER_ID : undefined),
    replay: world.replay,
    warn: (about) => world.records.warnings.push(about),
  };
}

const SYSTEM_USER_ID = '7c2b4b0e-3f0a-4a53-9d53-1f0d6f2a9b10';
