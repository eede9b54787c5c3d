import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Api, type ApiCall, acceptsJson, authorise, faultReply, problemReply } from './apis/api.ts';
import type { CallFaults } from './faults.ts';
import { json, naturalPause, plainText, type Reply } from './http.ts';
import { ORGANISATIONS } from './organisations.ts';
import type { Served } from './serve.ts';
import type { World } from './world.ts';

/** Serves one call to one of Skatteetaten's APIs: token, slot, address, content — in the order a gateway and a service behind it would. */
export async function serveApi(
  api: Api,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  world: World,
  faults: CallFaults,
): Promise<Served> {
  const fault = faultReply(api, faults);
  if (fault) return { reply: fault, client: null, outcome: 'fault' };
  const now = Date.now() + (faults.find('clockSkew')?.seconds ?? 0) * 1000;
  const claims = authorise(api, request, (token) => world.tokens.read(token, now));
  if (typeof claims === 'string') return { reply: problemReply(api, claims), client: null, outcome: claims };
  const consumer = ORGANISATIONS.find(({ number }) => number === claims.consumer);
  if (!consumer) return { reply: problemReply(api, 'unauthorised'), client: claims.clientId, outcome: 'unauthorised' };
  const release = world.slots.take(api.target, consumer.number);
  if (!release) {
    world.records.refusedForConcurrency(api.target);
    return {
      reply: plainText(429, 'Too many simultaneous calls'),
      client: claims.clientId,
      outcome: 'too many simultaneous calls',
    };
  }
  response.once('close', release);
  await naturalPause(world.settings.latency, faults.find('latency')?.ms ?? 0);
  const path = segmentsAfter(api.base, url);
  const call: ApiCall = {
    path,
    query: url.searchParams,
    consumer,
    now: world.calendar(),
    settings: world.settings,
    person: (nationalId) => world.people.get(nationalId),
  };
  const [reply, outcome] = answer(api, request, call);
  release();
  return { reply, client: claims.clientId, outcome };
}

function answer(api: Api, request: IncomingMessage, call: ApiCall): [Reply, string] {
  if (request.method !== 'GET') return [problemReply(api, 'unknownUrl'), 'unknownUrl'];
  if (!acceptsJson(request)) return [problemReply(api, 'format'), 'format'];
  const found = api.answer(call);
  return typeof found === 'string' ? [problemReply(api, found), found] : [json(200, found.body), 'delivered'];
}

/** Path segments after the base, decoded; a broken escape gives none. */
export function segmentsAfter(base: string, url: URL): string[] {
  try {
    return url.pathname
      .slice(base.length + 1)
      .split('/')
      .map(decodeURIComponent);
  } catch {
    return [];
  }
}
