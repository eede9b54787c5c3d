import { createPublicKey } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { SimulatorDescription } from './description.ts';
import { FaultOrder } from './faults.ts';
import { json, type Reply, readBody } from './http.ts';
import { listRegistrations } from './register/listRegistrations.ts';
import { OthersTrekk, registerForAnother } from './register/registerForAnother.ts';
import { Settings } from './settings.ts';
import { firstKeys, type World } from './world.ts';

const BODY_LIMIT = 64 * 1024;

/** Where the control endpoint is. */
export const CONTROL = '/control/';

/** The header that carries the control secret. */
export const CONTROL_HEADER = 'x-saksbord-control';

/** The keys of a client, as the self-service portal takes them: public members only, five at most, replacing the ones before. */
const KeyRegistration = z.strictObject({
  clientId: z.string(),
  keys: z
    .array(
      z.strictObject({
        kty: z.literal('RSA'),
        kid: z.string().regex(/^[\w.-]+$/),
        use: z.string(),
        alg: z.string().optional(),
        n: z.string(),
        e: z.string(),
      }),
    )
    .max(5),
});

/** Answers a control call; throws a ZodError when the body is not what it takes. No answer: done. */
type Control = (world: World, body: unknown, description: SimulatorDescription) => unknown;

/** Every control call, by method and path. */
const CONTROLS: Readonly<Record<string, Control>> = {
  'GET description': (_world, _body, description) => description,

  'GET people': ({ people }) =>
    [...people.values()].map(({ nationalId, birthDate, name, shows, shows_nn, desk }) => ({
      nationalId,
      birthDate,
      name,
      shows,
      shows_nn,
      desk,
    })),

  'GET counts': ({ records, replay }) => ({
    calls: records.counts(),
    tokensIssued: records.tokensIssued,
    jtiReuse: replay.reuses,
    warnings: records.warnings,
  }),

  'GET calls': ({ records }) => records.calls(),

  'GET registrations': listRegistrations,

  'POST others-trekk': (world, body) => registerForAnother(world, OthersTrekk.parse(body)),

  'POST faults': ({ faults }, body) => faults.order(FaultOrder.parse(body)),

  'DELETE faults': ({ faults }) => faults.clear(),

  'PATCH settings': (world, body) => {
    world.settings = Settings.parse({ ...world.settings, ...z.looseObject({}).parse(body) });
    return world.settings;
  },

  'PUT keys': ({ keys }, body) => {
    const registration = KeyRegistration.parse(body);
    const registered = registration.keys.map((jwk) => ({
      kid: jwk.kid,
      use: jwk.use,
      publicKey: createPublicKey({ key: jwk, format: 'jwk' }),
      registeredAt: Date.now(),
    }));
    keys.set(registration.clientId, registered);
  },

  'POST rotate-signing-key': ({ tokens, certificates }) => tokens.rotateTo(certificates.tokenKeys[1]),

  'POST reset': (world) => {
    world.faults.clear();
    world.records.reset();
    world.settings = Settings.parse({});
    world.keys = firstKeys(world.certificates);
  },
};

/** Serves the control endpoint. The secret is checked before this is called. */
export async function serveControl(
  request: IncomingMessage,
  path: string,
  world: World,
  description: SimulatorDescription,
): Promise<Reply> {
  const body = await readBody(request, BODY_LIMIT);
  const control = CONTROLS[`${request.method} ${path}`];
  if (!control) return json(404, { message: 'no such control call' });
  try {
    const answer = control(world, body.length > 0 ? JSON.parse(body.toString('utf8')) : {}, description);
    return answer === undefined ? { status: 204, headers: {}, body: '' } : json(200, answer);
  } catch (error) {
    const message = error instanceof z.ZodError ? z.prettifyError(error) : 'the body is not what this call takes';
    return json(400, { message });
  }
}
