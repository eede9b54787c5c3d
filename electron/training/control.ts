import { createPublicKey } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { SimulatorDescription } from './description.ts';
import { FaultOrder } from './faults.ts';
import { json, type Reply, readBody } from './http.ts';
import { Settings } from './settings.ts';
import type { World } from './world.ts';

const BODY_LIMIT = 64 * 1024;

/** The header that carries the control secret. */
export const CONTROL_HEADER = 'x-saksbord-control';

const Jwks = z.strictObject({
  keys: z
    .array(
      z.looseObject({
        kty: z.literal('RSA'),
        kid: z.string().regex(/^[\w.-]+$/),
        use: z.string(),
        n: z.string(),
        e: z.string(),
      }),
    )
    .max(5),
});

/** What a control call may be: method and path after the control base, and what it does with its body. */
const ROUTES: readonly (readonly [
  method: string,
  path: RegExp,
  run: (world: World, description: SimulatorDescription, body: unknown, argument: string) => Reply,
])[] = [
  ['GET', /^description$/, (_, description) => json(200, description)],
  [
    'GET',
    /^people$/,
    ({ people }) =>
      json(
        200,
        [...people.values()].map(({ nationalId, birthDate, name, shows, shows_nn }) => ({
          nationalId,
          birthDate,
          name,
          shows,
          shows_nn,
        })),
      ),
  ],
  [
    'GET',
    /^counts$/,
    ({ records, replay }) =>
      json(200, {
        calls: records.counts(),
        tokensIssued: records.tokensIssued,
        jtiReuse: replay.reuses,
        warnings: records.warnings,
      }),
  ],
  ['GET', /^calls$/, ({ records }) => json(200, records.calls())],
  [
    'POST',
    /^faults$/,
    ({ faults }, _, body) => {
      faults.order(FaultOrder.parse(body));
      return done();
    },
  ],
  [
    'DELETE',
    /^faults$/,
    ({ faults }) => {
      faults.clear();
      return done();
    },
  ],
  [
    'PATCH',
    /^settings$/,
    (world, _, body) => {
      world.settings = Settings.parse({ ...world.settings, ...z.looseObject({}).parse(body) });
      return json(200, world.settings);
    },
  ],
  [
    'POST',
    /^rotate-signing-key$/,
    ({ tokens, certificates }) => {
      tokens.rotateTo(certificates.tokenKeys[1]);
      return done();
    },
  ],
  [
    'PUT',
    /^clients\/([\w-]+)\/jwks$/,
    ({ keys }, _, body, clientId) => {
      const registered = Jwks.parse(body).keys.map((jwk) => ({
        kid: jwk.kid,
        use: jwk.use,
        publicKey: createPublicKey({ key: jwk, format: 'jwk' }),
        registeredAt: Date.now(),
      }));
      keys.set(clientId, registered);
      return done();
    },
  ],
  [
    'POST',
    /^reset$/,
    (world) => {
      world.faults.clear();
      world.records.reset();
      world.settings = Settings.parse({});
      return done();
    },
  ],
];

const done = (): Reply => ({ status: 204, headers: {}, body: '' });

/** Serves the control endpoint: faults, settings, counts, people. The secret is checked before this is called. */
export async function serveControl(
  request: IncomingMessage,
  path: string,
  world: World,
  description: SimulatorDescription,
): Promise<Reply> {
  const body = await readBody(request, BODY_LIMIT);
  for (const [method, pattern, run] of ROUTES) {
    const match = pattern.exec(path);
    if (!match || request.method !== method) continue;
    try {
      return run(world, description, body.length > 0 ? JSON.parse(body.toString('utf8')) : {}, match[1] ?? '');
    } catch (error) {
      return json(400, {
        message: error instanceof z.ZodError ? z.prettifyError(error) : 'the body is not what this call takes',
      });
    }
  }
  return json(404, { message: 'no such control call' });
}
