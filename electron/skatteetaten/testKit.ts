import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Time } from './time.ts';

/** A request as a test's server saw it. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export type Answer = (seen: Seen, response: ServerResponse, count: number) => void;

/** A real HTTP server for one test; `count` is 1 for the first request. Gives its address and what it saw. */
export async function localServer(answer: Answer): Promise<{ base: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = '', url = '', headers } = request;
    const one = { method, url, headers, body: Buffer.concat(chunks).toString('utf8') };
    answer(one, response, seen.push(one));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

/** Answers with JSON. */
export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response
    .writeHead(status, { 'content-type': 'application/json;charset=UTF-8', ...headers })
    .end(JSON.stringify(body));
}

/** Real clocks that can be moved by hand; pauses take no real time but pass on the clocks, and are remembered. */
export function testTime(): Time & { pauses: number[]; move: (wallMs: number, monotonicMs: number) => void } {
  let wall = 0;
  let monotonic = 0;
  const pauses: number[] = [];
  return {
    pauses,
    now: () => ({ wall: Date.now() + wall, monotonic: performance.now() + monotonic }),
    move: (wallMs, monotonicMs) => {
      wall += wallMs;
      monotonic += monotonicMs;
    },
    pause: async (milliseconds) => {
      pauses.push(milliseconds);
      wall += milliseconds;
      monotonic += milliseconds;
    },
  };
}
