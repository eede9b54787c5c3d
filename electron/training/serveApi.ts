import type { ServerResponse } from 'node:http';
import {
  type Api,
  type ApiCall,
  type Asked,
  acceptsJson,
  authorise,
  brokenReply,
  carriesCallHeaders,
  faultReply,
  goodReply,
  problemReply,
} from './apis/api.ts';
import type { CallFaults } from './faults.ts';
import { naturalPause, type Reply } from './http.ts';
import { ORGANISATIONS } from './organisations.ts';
import type { Served } from './serve.ts';
import type { World } from './world.ts';

/** Serves one call to one of the APIs: token, slot, address, content — in the order a gateway and a service behind it would. */
export async function serveApi(
  api: Api,
  asked: Asked,
  response: ServerResponse,
  world: World,
  faults: CallFaults,
): Promise<Served> {
  const fault = faultReply(api, asked, faults, 'before');
  if (fault) return { reply: fault, client: null, outcome: 'fault' };
  const now = Date.now() + (faults.find('clockSkew')?.seconds ?? 0) * 1000;
  const claims = authorise(asked, (token) => world.tokens.read(token, now));
  if (typeof claims === 'string') return { reply: problemReply(api, asked, claims), client: null, outcome: claims };
  const consumer = ORGANISATIONS.find(({ number }) => number === claims.consumer);
  if (!consumer) {
    return { reply: problemReply(api, asked, 'unauthorised'), client: claims.clientId, outcome: 'unauthorised' };
  }
  const release = world.slots.take(api.target, consumer.number);
  if (!release) {
    world.records.refusedForConcurrency(asked.operation?.target ?? api.target);
    return {
      reply: problemReply(api, asked, 'tooManyCalls'),
      client: claims.clientId,
      outcome: 'too many simultaneous calls',
    };
  }
  response.once('close', release);
  const late = faults.find('latency');
  await naturalPause(world.settings.latency, late?.when === 'before' ? late.ms : 0);
  const call: ApiCall = {
    ...asked,
    consumer,
    now: world.calendar(),
    clock: now,
    settings: world.settings,
    people: world.people,
    registrations: world.registrations,
  };
  const first = answer(api, call);
  const twice = faults.find('deliveredTwice');
  const last = twice ? answer(api, call) : first;
  const [reply, outcome] = twice?.answer === 'last' ? last : first;
  if (late?.when === 'after') await naturalPause([0, 0], late.ms);
  release();
  return { reply: faultReply(api, asked, faults, 'after') ?? reply, client: claims.clientId, outcome };
}

function answer(api: Api, call: ApiCall): [Reply, string] {
  const found = refusalOf(api, call) ?? call.operation?.answer(call) ?? 'unknownUrl';
  if (typeof found === 'string') return [problemReply(api, call, found), found];
  return 'avvik' in found ? [brokenReply(api, call, found), 'brokenRules'] : [goodReply(api, call, found), 'delivered'];
}

const refusalOf = (api: Api, call: ApiCall): 'unknownUrl' | 'format' | 'badInput' | null => {
  if (!call.operation) return 'unknownUrl';
  if (!acceptsJson(call)) return 'format';
  return carriesCallHeaders(api, call) ? null : 'badInput';
};
