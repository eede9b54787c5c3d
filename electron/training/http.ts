import type { IncomingMessage, ServerResponse } from 'node:http';

/** An answer before it is sent. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A JSON answer. */
export const json = (status: number, value: unknown, headers: Reply['headers'] = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
  body: JSON.stringify(value),
});

/** A plain-text answer, as gateways give. */
export const plainText = (status: number, body: string, headers: Reply['headers'] = {}): Reply => ({
  status,
  headers: { 'content-type': 'text/plain;charset=UTF-8', ...headers },
  body,
});

/** An HTML answer, as proxies give. */
export const html = (status: number, heading: string): Reply => ({
  status,
  headers: { 'content-type': 'text/html;charset=UTF-8' },
  body: `<!DOCTYPE html><html lang="no"><head><title>${heading}</title></head><body><h1>${heading}</h1></body></html>`,
});

/** `Retry-After` (seconds or an HTTP date) as a header, where it is wanted. */
export const retryAfterHeader = (value: number | string | undefined): Record<string, string> =>
  value === undefined ? {} : { 'retry-after': String(value) };

/** Reads the body; stops keeping bytes beyond the limit, so that the length still shows that there were too many. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const kept: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    if (length <= limit) kept.push(bytes);
    length += bytes.length;
  }
  return Buffer.concat(kept);
}

/** Sends an answer. */
export function send(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, { 'content-length': String(Buffer.byteLength(body)), ...headers }).end(body);
}

/** Waits between the two limits (milliseconds), so that calls overlap as they do in life, and then what a fault adds. */
export const naturalPause = ([least, most]: readonly [number, number], added: number): Promise<void> => {
  const milliseconds = least + Math.random() * Math.max(0, most - least) + added;
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
};
