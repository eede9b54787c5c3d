import { randomUUID } from 'node:crypto';
import type { Exchange } from '../../utleggsdatabasen/contractViolations.ts';

/** How a call differs from an ordinary one; a header that is undefined is left out. */
export interface Change {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Text goes as it stands, all else as JSON. */
  readonly body?: unknown;
}

/** Sends a call to an API of the simulator, for tests: `url` from the contract's server on, less `contractPath`. Gives what went over the wire. */
export async function exchange(
  token: string,
  base: string,
  contractPath: string,
  { method = 'GET', url = '', headers = {}, body = null }: Change,
): Promise<Exchange> {
  const all = {
    authorization: `Bearer ${token}`,
    korrelasjonsid: randomUUID(),
    ...(body === null ? {} : { 'content-type': 'application/json' }),
    ...headers,
  };
  const requestHeaders = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  const text = body === null || typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${base}${url}`, {
    method,
    headers: requestHeaders as Record<string, string>,
    ...(text === null ? {} : { body: text }),
  });
  const answered = await response.text();
  const responseHeaders = Object.fromEntries(response.headers);
  const isJson = responseHeaders['content-type']?.startsWith('application/json') ?? false;
  return {
    method,
    url: `${contractPath}${url}`,
    requestHeaders,
    requestBody: body,
    status: response.status,
    responseHeaders,
    responseBody: isJson ? JSON.parse(answered) : answered,
  };
}
