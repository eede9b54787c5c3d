import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { CallFaults, Target } from '../faults.ts';
import { html, json, plainText, type Reply, retryAfterHeader } from '../http.ts';
import type { TokenClaims } from '../maskinporten/accessTokens.ts';
import type { Organisation, PackagedApi } from '../organisations.ts';
import type { Person } from '../peopleLanguage.ts';
import type { Settings } from '../settings.ts';

/** What can be wrong with a call, in the words that all of Skatteetaten's APIs share. */
export type Problem =
  | 'unexpected'
  | 'unknownUrl'
  | 'unauthenticated'
  | 'unauthorised'
  | 'badInput'
  | 'unknownPerson'
  | 'noData'
  | 'format'
  | 'withdrawn';

/** What the gateway says in plain text, unless the API has a code for it. */
export type GatewayProblem = 'tooManyCalls' | 'unavailable';

/** HTTP status and code. */
type Coded = readonly [status: number, kode: string];

/** What is asked, before anyone has looked at the token. */
export interface Asked {
  readonly method: string;
  /** Path segments after the base, decoded. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** What the call is known by: the caller's Korrelasjonsid where there is a good one, otherwise made here. */
  readonly correlationId: string;
}

/** A call whose token is good. */
export interface ApiCall extends Asked {
  readonly consumer: Organisation;
  /** The day the registers have come to, milliseconds since 1970. */
  readonly now: number;
  /** The service's own clock, milliseconds since 1970. */
  readonly clock: number;
  readonly settings: Settings;
  /** By national identity number. */
  readonly people: ReadonlyMap<string, Person>;
}

/** A good answer. */
export interface Good {
  readonly body: unknown;
  readonly headers?: Reply['headers'];
}

/** One of the APIs. */
export interface Api {
  readonly target: Target;
  /** What stands before the first path parameter. */
  readonly base: string;
  /** Either scope will do. */
  readonly scopes: readonly string[];
  readonly method: 'GET' | 'POST';
  /** Takes Korrelasjonsid (required, a UUID, given back) and Klientid (at most 64 characters), as electron/utleggsdatabasen/openapi.json has it. */
  readonly hasCallHeaders: boolean;
  readonly problems: Readonly<Record<Problem, Coded> & Partial<Record<GatewayProblem, Coded>>>;
  /** Whom the call is about; undefined when it does not say. */
  readonly personIn: (asked: Asked) => string | undefined;
  readonly answer: (call: ApiCall) => Problem | GatewayProblem | Good;
}

/** A UUID in either case. */
export const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const CLIENT_ID_LENGTH = 64;

/** What is asked of an API by a request with this body. */
export function readAsked(api: Api, { method = '', headers }: IncomingMessage, url: URL, body: Buffer): Asked {
  const { korrelasjonsid: sent } = headers;
  const correlationId = api.hasCallHeaders && typeof sent === 'string' && UUID.test(sent) ? sent : randomUUID();
  return { method, path: segmentsAfter(api.base, url), query: url.searchParams, headers, body, correlationId };
}

/** Path segments after the base, decoded; a broken escape gives none. */
function segmentsAfter(base: string, url: URL): string[] {
  try {
    return url.pathname
      .slice(base.length + 1)
      .split('/')
      .map(decodeURIComponent);
  } catch {
    return [];
  }
}

/** Are the headers there that the API wants with each call? */
export function carriesCallHeaders(api: Api, { headers, correlationId }: Asked): boolean {
  if (!api.hasCallHeaders) return true;
  const { klientid = '' } = headers;
  return headers.korrelasjonsid === correlationId && klientid.length <= CLIENT_ID_LENGTH;
}

/** A good answer, before it is sent. */
export const goodReply = (api: Api, asked: Asked, { body, headers }: Good): Reply =>
  json(200, body, { ...givenBack(api, asked), ...headers });

const givenBack = (api: Api, { correlationId }: Asked): Reply['headers'] =>
  api.hasCallHeaders ? { korrelasjonsid: correlationId } : {};

/** Skatteetaten's error body (skatteetaten-apis.md 8), or the gateway's text. */
export function problemReply(api: Api, asked: Asked, problem: Problem | GatewayProblem, override?: string): Reply {
  const coded = api.problems[problem];
  if (!coded) return plainText(problem === 'tooManyCalls' ? 429 : 503, MESSAGES[problem]);
  const [status, kode] = coded;
  const body = { kode: override ?? kode, melding: MESSAGES[problem], korrelasjonsid: asked.correlationId };
  return json(status, body, givenBack(api, asked));
}

const MESSAGES: Readonly<Record<Problem | GatewayProblem, string>> = {
  unexpected: 'Uventet feil på tjenesten.',
  unknownUrl: 'URL stemmer ikke med noe endepunkt.',
  unauthenticated: 'Feil i forbindelse med autentisering.',
  unauthorised: 'Feil i forbindelse med autorisering.',
  badInput: 'Feil i forbindelse med validering av inputdata.',
  unknownPerson: 'Fant ikke angitt personidentifikator.',
  noData: 'Fant ingen opplysninger for angitt personidentifikator og periode.',
  format: 'Feil tilknyttet dataformat. Kun json eller xml er støttet.',
  withdrawn: 'Opplysningene er slettet.',
  tooManyCalls: 'Too Many Requests',
  unavailable: 'upstream connect error',
};

/** JSON is the only format that is made; the header may also be absent or accept anything. */
export const acceptsJson = ({ headers }: Asked): boolean =>
  /(^|[,\s])(application\/(json|\*)|\*\/\*)/i.test(headers.accept ?? '*/*');

/** Has the organisation this rettighetspakke on this API? `unknown`: there is no such package (400 rather than 403, section 3). */
export function packageAccess(call: ApiCall, api: PackagedApi, sent: string): 'granted' | 'not granted' | 'unknown' {
  const same = (name: string): boolean =>
    call.settings.packageSpelling === 'exact' ? name === sent : name.toLowerCase() === sent.toLowerCase();
  if (call.consumer.packages[api].some(same)) return 'granted';
  return KNOWN_PACKAGES[api].some(same) ? 'not granted' : 'unknown';
}

/** Packages of each API, in its own spelling (skatteetaten-apis.md 3.1 and 6); those that no municipality has are here to be refused. */
const KNOWN_PACKAGES: Readonly<Record<PackagedApi, readonly string[]>> = {
  inntekt: ['kommuneBoligsosialeFormaal', 'kommuneForeldrebetaling', 'saernamsmann', 'navSupplerendeStoenad', 'sbl'],
  summert: [
    'kommuneboligsosialeformaal',
    'kommuneforeldrebetaling',
    'saernamsmann',
    'navsupplerendestoenad',
    'sivilrett',
    'sbl',
  ],
  spesifisert: ['husbanken', 'navSupplerendeStoenad', 'norgesbank', 'saernamsmann', 'sbl', 'sivilrett', 'spkBoliglaan'],
  utleggsdatabasen: ['saernamsmann', 'sivilrett'],
};

/** The answer that a fault wants instead of the real one; null when the call goes on. */
export function faultReply(api: Api, asked: Asked, faults: CallFaults): Reply | null {
  const page = faults.find('html');
  if (page) return html(page.status, 'Bad Gateway');
  const ordered = faults.find('status');
  if (!ordered) return null;
  const { status, kode, retryAfter } = ordered;
  const problem = PROBLEM_OF_STATUS[status];
  const reply = problem ? problemReply(api, asked, problem, kode) : plainText(status, MESSAGES.unavailable);
  return { ...reply, status, headers: { ...reply.headers, ...retryAfterHeader(retryAfter) } };
}

/** A status that is not here is the gateway's. */
const PROBLEM_OF_STATUS: Readonly<Record<number, Problem | GatewayProblem>> = {
  401: 'unauthenticated',
  403: 'unauthorised',
  404: 'noData',
  406: 'format',
  410: 'withdrawn',
  429: 'tooManyCalls',
  500: 'unexpected',
  503: 'unavailable',
};

/** The token of a call and whether it opens this API. */
export function authorise(
  api: Api,
  { headers }: Asked,
  read: (token: string) => TokenClaims | null,
): TokenClaims | 'unauthenticated' | 'unauthorised' {
  const token = /^Bearer ([\w.-]+)$/.exec(headers.authorization ?? '')?.[1];
  const claims = token === undefined ? null : read(token);
  if (!claims) return 'unauthenticated';
  return api.scopes.some((scope) => claims.scopes.includes(scope)) ? claims : 'unauthorised';
}
