import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CallFaults } from './faults.ts';
import { type Reply, send } from './http.ts';

/** An answer, with what to write down about it. */
export interface Served {
  readonly reply: Reply;
  readonly client: string | null;
  readonly outcome: string;
}

/** Resets the connection as a broken network does. */
export const cut = (request: IncomingMessage): void => {
  request.socket.resetAndDestroy();
};

/** Sends an answer, damaged as the faults of the call want it. */
export function sendWithFaults(
  request: IncomingMessage,
  response: ServerResponse,
  reply: Reply,
  faults: CallFaults,
): void {
  if (faults.find('cut')?.when === 'after') {
    cut(request);
    return;
  }
  const skew = faults.find('clockSkew');
  const contentType = faults.find('wrongContentType')?.contentType;
  const headers = {
    ...reply.headers,
    ...(contentType ? { 'content-type': contentType } : {}),
    ...(skew ? { date: new Date(Date.now() + skew.seconds * 1000).toUTCString() } : {}),
  };
  const body = faults.find('brokenJson') ? `${reply.body.slice(0, -1)},` : reply.body;
  if (faults.find('halfBody')) {
    const bytes = Buffer.from(body);
    response.writeHead(reply.status, { 'content-length': String(bytes.length), ...headers });
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => cut(request));
  } else {
    send(response, { status: reply.status, headers, body });
  }
}
