import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { type Instant, type IsoDate, osloDate } from '../../../shared/dates.ts';
import type { CallFaults, Target } from '../faults.ts';
import { html, json, plainText, type Reply, retryAfterHeader } from '../http.ts';
import type { TokenClaims } from '../maskinporten/accessTokens.ts';
import type { Organisation, PackagedApi } from '../organisations.ts';
import type { Person } from '../peopleLanguage.ts';
import type { Registrations } from '../register/Registrations.ts';
import type { Settings } from '../settings.ts';
import type { Avvik } from './avvik.ts';

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

/** What can be wrong with a call that writes (utleggsdatabasen.md 9). */
export type WriteProblem =
  | 'keyReused'
  | 'duplicate'
  | 'changedSince'
  | 'wrongState'
  | 'outdatedVersion'
  | 'missingVersion'
  | 'brokenRules';

/** HTTP status and code. */
type Coded = readonly [status: number, kode: string];

/** What an address means. */
interface Address {
  /** Null: the API has no such address, or not with that method. */
  readonly operation: Operation | null;
  /** What stands in the path for the names in braces, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** What is asked, before anyone has looked at the token. */
export interface Asked extends Address {
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
  readonly registrations: Registrations;
}

/** A good answer; 200 unless it says something else. */
export interface Good {
  readonly status?: 200 | 201;
  readonly body: unknown;
  readonly headers?: Reply['headers'];
}

/** A message that is well formed and breaks rules. */
export interface Broken {
  readonly avvik: readonly Avvik[];
}

/** How a call is answered. */
export type Answer = Problem | GatewayProblem | WriteProblem | Good | Broken;

/** One operation of an API. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** After the API's base; `{name}` is a segment of the caller's. */
  readonly path: string;
  /** Any of them will do. */
  readonly scopes: readonly string[];
  /** Where its calls are counted and hit by faults, when apart from the rest of the API. */
  readonly target?: Target;
  /** Whom a call is about, when its path does not say `{personidentifikator}`. */
  readonly personIn?: (asked: Asked) => string | undefined;
  readonly answer: (call: ApiCall) => Answer;
}

/** One of the APIs. */
export interface Api {
  readonly target: Target;
  /** What stands before the paths of its operations. */
  readonly base: string;
  /** Takes Korrelasjonsid (required, a UUID, given back) and Klientid (at most 64 characters), as electron/utleggsdatabasen/openapi.json has it. */
  readonly hasCallHeaders: boolean;
  readonly problems: Readonly<Record<Problem, Coded> & Partial<Record<GatewayProblem | WriteProblem, Coded>>>;
  readonly operations: readonly Operation[];
}

/** A UUID in either case. */
export const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const CLIENT_ID_LENGTH = 64;

/** What is asked of an API by a request to this address with this body. */
export function readAsked(api: Api, address: Address, { headers }: IncomingMessage, url: URL, body: Buffer): Asked {
  const { korrelasjonsid: sent } = headers;
  const correlationId = api.hasCallHeaders && typeof sent === 'string' && UUID.test(sent) ? sent : randomUUID();
  return { ...address, query: url.searchParams, headers, body, correlationId };
}

/** The operation of an API that a method and a URL mean. */
export function addressed(api: Api, method: string | undefined, url: URL): Address {
  const segments = segmentsAfter(api.base, url);
  for (const operation of api.operations) {
    const names = operation.path.split('/');
    const fits = names.every((name, index) => name.startsWith('{') || name === segments[index]);
    if (method !== operation.method || segments.length !== names.length || !fits) continue;
    const parameters = names.flatMap((name, index) =>
      name.startsWith('{') ? [[name.slice(1, -1), segments[index]]] : [],
    );
    return { operation, parameters: Object.fromEntries(parameters) };
  }
  return { operation: null, parameters: {} };
}

/** Whom a call is about; null when it does not say. */
export const personIn = (asked: Asked): string | null =>
  asked.operation?.personIn?.(asked) ?? asked.parameters.personidentifikator ?? null;

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
export const goodReply = (api: Api, asked: Asked, { status = 200, body, headers }: Good): Reply =>
  json(status, body, { ...givenBack(api, asked), ...headers });

const givenBack = (api: Api, { correlationId }: Asked): Reply['headers'] =>
  api.hasCallHeaders ? { korrelasjonsid: correlationId } : {};

/** Skatteetaten's error body (skatteetaten-apis.md 8), or the gateway's text. */
export function problemReply(
  api: Api,
  asked: Asked,
  problem: Problem | GatewayProblem | WriteProblem,
  override?: string,
): Reply {
  const coded = api.problems[problem];
  if (!coded) return plainText(problem === 'tooManyCalls' ? 429 : 503, MESSAGES[problem]);
  const [status, kode] = coded;
  const body = { kode: override ?? kode, melding: MESSAGES[problem], korrelasjonsid: asked.correlationId };
  return json(status, body, givenBack(api, asked));
}

/** The rules that a message breaks, as ELAN lists them (utleggsdatabasen.md 4.2); the form of the list is our contract's. */
export function brokenReply(api: Api, asked: Asked, { avvik }: Broken): Reply {
  const [status, kode] = api.problems.brokenRules ?? [422, ''];
  const melding = `Meldingen har ${avvik.length} avvik.`;
  return json(status, { kode, melding, korrelasjonsid: asked.correlationId, avvik }, givenBack(api, asked));
}

const MESSAGES: Readonly<Record<Problem | GatewayProblem | WriteProblem, string>> = {
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
  keyReused: 'Idempotensnøkkelen er brukt til en annen melding.',
  duplicate: 'Utleggstrekket eller kravet er allerede registrert.',
  changedSince: 'Det er registrert endringer på skyldneren etter oppslaget. Slå opp på nytt.',
  wrongState: 'Statusen til utleggstrekket tillater det ikke.',
  outdatedVersion: 'Utleggstrekket er endret siden denne versjonen.',
  missingVersion: 'If-Match mangler.',
  brokenRules: 'Meldingen bryter regler.',
};

/** The day the registers have come to. */
export const todayOf = ({ now }: ApiCall): IsoDate => osloDate(new Date(now).toISOString() as Instant);

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

/** The answer that a fault wants instead of the real one, before or after the call is processed; null when it wants none. */
export function faultReply(api: Api, asked: Asked, faults: CallFaults, when: 'before' | 'after'): Reply | null {
  const page = faults.find('html');
  if (page?.when === when) return html(page.status, 'Bad Gateway');
  const ordered = faults.find('status');
  if (ordered?.when !== when) return null;
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

/** The token of a call and whether it opens the operation; an address that is unknown is open to any. */
export function authorise(
  { headers, operation }: Asked,
  read: (token: string) => TokenClaims | null,
): TokenClaims | 'unauthenticated' | 'unauthorised' {
  const token = /^Bearer ([\w.-]+)$/.exec(headers.authorization ?? '')?.[1];
  const claims = token === undefined ? null : read(token);
  if (!claims) return 'unauthenticated';
  const isOpen = !operation || operation.scopes.some((scope) => claims.scopes.includes(scope));
  return isOpen ? claims : 'unauthorised';
}
