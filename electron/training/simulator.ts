import { rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Api, addressed, personIn, readAsked } from './apis/api.ts';
import { elanKommune } from './apis/elanKommune.ts';
import { inntekt } from './apis/inntekt.ts';
import { sisteTilgjengeligeSkatteoppgjoer } from './apis/sisteTilgjengeligeSkatteoppgjoer.ts';
import { spesifisertSkattegrunnlag } from './apis/spesifisertSkattegrunnlag.ts';
import { summertSkattegrunnlag } from './apis/summertSkattegrunnlag.ts';
import { utleggsdatabasen } from './apis/utleggsdatabasen.ts';
import { openCertificateState } from './certificates/state.ts';
import { CONTROL, CONTROL_HEADER, serveControl } from './control.ts';
import { describeSimulator } from './describeSimulator.ts';
import type { SimulatorDescription } from './description.ts';
import { json, plainText, type Reply, readBody, send } from './http.ts';
import { metadata } from './maskinporten/tokenEndpoint.ts';
import type { Person } from './peopleLanguage.ts';
import { Registrations } from './register/Registrations.ts';
import { cut, sendWithFaults } from './serve.ts';
import { serveApi } from './serveApi.ts';
import { serveToken } from './serveToken.ts';
import { Settings } from './settings.ts';
import { newWorld, type World } from './world.ts';

const MASKINPORTEN = '/maskinporten/';

/** Bytes that are read of a call; a decision document is the longest. */
const BODY_LIMIT = 10 * 1024 * 1024;

/** The APIs. */
const APIS: readonly Api[] = [
  inntekt,
  summertSkattegrunnlag,
  spesifisertSkattegrunnlag,
  sisteTilgjengeligeSkatteoppgjoer,
  elanKommune,
  utleggsdatabasen,
];

/** How to start. */
export interface SimulatorOptions {
  /** Keys, certificates and the endpoints file live here. */
  readonly folder: string;
  /** 0: any free port. */
  readonly port: number;
  /** What is written to the registers is kept in this file, also for the next simulator that is started on it. */
  readonly registrationsFile: string;
  readonly people: readonly Person[];
  /** The day the registers have come to, milliseconds since 1970. Tokens always follow the real clock. */
  readonly calendar: () => number;
  /** Serve the retired Spesifisert path from the start. */
  readonly withSpesifisert: boolean;
}

/** Starts the simulator on loopback. Returns what to tell others, and how to stop it. */
export async function startSimulator(
  options: SimulatorOptions,
): Promise<{ readonly description: SimulatorDescription; readonly stop: () => Promise<void> }> {
  const certificates = await openCertificateState(options.folder, new Date());
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const settings = Settings.parse({ spesifisertIsOn: options.withSpesifisert });
  const registrations = new Registrations(options.registrationsFile);
  const world = newWorld(
    `${origin}${MASKINPORTEN}`,
    certificates,
    options.people,
    options.calendar,
    settings,
    registrations,
  );
  const description = await describeSimulator(world, origin, options.folder);
  server.on('request', (request, response) => {
    route(request, response, world, description).catch((error: unknown) => {
      if (!request.destroyed) reportBug(error);
      cut(request);
    });
  });
  return {
    description,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      registrations.close();
      await rm(description.endpointsFile, { force: true });
    },
  };
}

/** Where it went wrong, without the message: that may hold what was sent. */
function reportBug(error: unknown): void {
  const [, ...frames] = (error instanceof Error ? error.stack : undefined)?.split('\n') ?? [];
  process.stderr.write(`the simulator failed on a call\n${frames.join('\n')}\n`);
}

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  world: World,
  description: SimulatorDescription,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const { pathname } = url;
  const api = APIS.find(({ base }) => pathname.startsWith(`${base}/`));
  if (pathname === `${MASKINPORTEN}token`) await serveCounted(null, request, response, url, world);
  else if (api) await serveCounted(api, request, response, url, world);
  else send(response, await serveUncounted(request, pathname, world, description));
}

/** What is neither a token nor a lookup: keys, metadata, control — and addresses that nobody knows. */
async function serveUncounted(
  request: IncomingMessage,
  pathname: string,
  world: World,
  description: SimulatorDescription,
): Promise<Reply> {
  if (pathname === `${MASKINPORTEN}jwk`) return json(200, world.tokens.jwks());
  if (pathname === `${MASKINPORTEN}.well-known/oauth-authorization-server`) return metadata(world.issuer);
  if (pathname.startsWith(CONTROL)) {
    const isAllowed = request.headers[CONTROL_HEADER] === description.control.secret;
    if (!isAllowed) return json(403, { message: 'the control secret is missing' });
    return serveControl(request, pathname.slice(CONTROL.length), world, description);
  }
  // what Skatteetaten's gateway says to an address it does not know (skatteetaten-apis.md 8)
  return plainText(404, 'Unknown instance. ID=opplaering');
}

/** Serves a call that is counted and can be hit by faults: to an API, or (null) for a token. */
async function serveCounted(
  api: Api | null,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  world: World,
): Promise<void> {
  const address = api && addressed(api, request.method, url);
  const target = address?.operation?.target ?? api?.target ?? 'token';
  const end = world.records.begin(target);
  let mark: string | null = null;
  try {
    const asked = address && readAsked(api, address, request, url, await readBody(request, BODY_LIMIT));
    const person = asked && personIn(asked);
    mark = person === null ? null : world.records.personMark(person);
    const faults = world.faults.take(target, person);
    if (faults.find('cut')?.when === 'before') {
      end({ person: mark, client: null, status: 0, outcome: 'cut before' });
      cut(request);
      return;
    }
    const served = asked
      ? await serveApi(api, asked, response, world, faults)
      : await serveToken(request, world, faults);
    end({ person: mark, client: served.client, status: served.reply.status, outcome: served.outcome });
    sendWithFaults(request, response, served.reply, faults);
  } catch (error) {
    end({ person: mark, client: null, status: 0, outcome: 'failed' });
    throw error;
  }
}
