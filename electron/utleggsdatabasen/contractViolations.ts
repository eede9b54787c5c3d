import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, type Json, resolve, violations } from './schemaViolations.ts';

/** Our contract with utleggsdatabasen and ELAN for municipalities: what both our requests and the simulator's answers are held up against. */
export const contract: Json = JSON.parse(readFileSync(join(import.meta.dirname, 'openapi.json'), 'utf8'));

/** A call as it went over the wire. `url` begins after the server (`/saernamsmann/personer/…`); header names in lower case; no body: null. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string | undefined>>;
  readonly requestBody: unknown;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string | undefined>>;
  readonly responseBody: unknown;
}

type Request = Pick<Exchange, 'method' | 'url' | 'requestHeaders' | 'requestBody'>;

/** An operation of the contract, with the parameters of its path. */
interface Operation {
  readonly spec: Json;
  readonly parameters: readonly Json[];
  readonly inPath: ReadonlyMap<string, string>;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function operationOf({ method, url }: Request): Operation | null {
  const { pathname } = new URL(url, 'http://server');
  for (const [template, item] of Object.entries(contract.paths as Json)) {
    const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const found = new RegExp(`^${template.replaceAll(/\{\w+\}/g, '([^/]+)')}$`).exec(pathname);
    const spec = isObject(item) ? item[method.toLowerCase()] : undefined;
    if (!found || !isObject(item) || !isObject(spec)) continue;
    const parameters = [...listOf(item.parameters), ...listOf(spec.parameters)].map((one) => resolve(contract, one));
    return { spec, parameters, inPath: new Map(names.map((name, index) => [name, found[index + 1] ?? ''])) };
  }
  return null;
}

const NO_SUCH = 'the contract has no such operation';

/** Where a request breaks the contract; empty when it keeps it. Parameters that the contract does not name are refused. */
export function requestViolations(request: Request): string[] {
  const operation = operationOf(request);
  if (!operation) return [NO_SUCH];
  const { searchParams } = new URL(request.url, 'http://server');
  const sent: Readonly<Record<string, (name: string) => string | undefined>> = {
    path: (name) => operation.inPath.get(name),
    query: (name) => searchParams.get(name) ?? undefined,
    header: (name) => request.requestHeaders[name.toLowerCase()],
  };
  const known = operation.parameters.filter((one) => one.in === 'query').map(({ name }) => name);
  return [
    ...[...searchParams.keys()].filter((name) => !known.includes(name)).map((name) => `query ${name}: unknown`),
    ...operation.parameters.flatMap(({ in: place, name, required, schema }) => {
      const at = `${place} ${name}`;
      const value = sent[String(place)]?.(String(name));
      if (value === undefined) return required === true ? [`${at}: is missing`] : [];
      return violations(contract, schema, fromText(value, schema), at);
    }),
    ...bodyViolations(operation.spec.requestBody, request.requestBody, request.requestHeaders, 'request body'),
  ];
}

/** Where an answer breaks the contract, given what was asked; empty when it keeps it. */
export function responseViolations(exchange: Exchange): string[] {
  const operation = operationOf(exchange);
  const responses = operation?.spec.responses;
  if (!isObject(responses)) return [NO_SUCH];
  const found = responses[String(exchange.status)];
  if (found === undefined) return [`status ${exchange.status} is not in the contract`];
  const response = resolve(contract, found);
  const { status, responseHeaders } = exchange;
  return [
    // headers of good answers are promised; `Retry-After` may be absent
    ...Object.entries(isObject(response.headers) ? response.headers : {}).flatMap(([name, header]) => {
      const { schema } = resolve(contract, header);
      const value = responseHeaders[name.toLowerCase()];
      if (value === undefined) return status < 300 ? [`header ${name}: is missing`] : [];
      return violations(contract, schema, fromText(value, schema), `header ${name}`);
    }),
    ...bodyViolations(response, exchange.responseBody, responseHeaders, 'response body'),
  ];
}

/** Headers and parameters come as text; what shall be a number or a boolean is read as one. */
function fromText(text: string, schema: unknown): unknown {
  const { type } = resolve(contract, schema);
  return type !== 'string' && /^(true|false|-?\d+)$/.test(text) ? JSON.parse(text) : text;
}

function bodyViolations(holder: unknown, body: unknown, headers: Exchange['responseHeaders'], at: string): string[] {
  if (!isObject(holder)) return body === null ? [] : [`${at}: none is expected`];
  const { content } = resolve(contract, holder);
  const json = isObject(content) ? content['application/json'] : undefined;
  if (!isObject(json)) throw new Error(`${at} has no schema`);
  const isJson = /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '');
  return [...(isJson ? [] : [`${at}: not declared as JSON`]), ...violations(contract, json.schema, body, at)];
}
