import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { createHttp, type Fetch, type HttpRequest, readJson } from './http.ts';
import { json, localServer } from './testKit.ts';
import { systemTime } from './time.ts';

const forever = new AbortController().signal;
const get = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url,
  headers: {},
  timeoutMs: 5000,
  maxBytes: 1000,
  signal: forever,
  ...more,
});
const httpTo = (...addresses: string[]) => createHttp(fetch, addresses, systemTime);

describe('createHttp', () => {
  it('sends what it is given, without cookies, and reads the answer', async () => {
    const { base, seen } = await localServer((_, response) => json(response, 418, { a: 'ø' }, { 'set-cookie': 'a=b' }));
    const http = httpTo(base);
    const post = get(`${base}/p?q=1`, { method: 'POST', headers: { 'x-a': 'b' }, body: 'c=d' });
    await http(post);
    const sent = await http(post);
    expect(sent.ok && { status: sent.value.status, body: readJson(sent.value) }).toEqual({
      status: 418,
      body: { a: 'ø' },
    });
    expect(seen[1]).toMatchObject({ method: 'POST', url: '/p?q=1', body: 'c=d', headers: { 'x-a': 'b' } });
    expect(seen[1]?.headers.cookie).toBeUndefined();
  });

  it('asks for no cache, no cookies and no redirects', async () => {
    const fetchSpy = vi.fn<Fetch>(async () => new Response('{}'));
    await createHttp(fetchSpy, ['https://a.example.no'], systemTime)(get('https://a.example.no/x'));
    expect(fetchSpy.mock.calls[0]?.[1]).toMatchObject({ cache: 'no-store', credentials: 'omit', redirect: 'error' });
  });

  it.each([
    ['another host', 'https://b.example.no/x'],
    ['another port', 'https://a.example.no:444/x'],
    ['another scheme', 'http://a.example.no/x'],
    ['a user part', 'https://a.example.no@b.example.no/x'],
    ['a password', 'https://u:p@a.example.no/x'],
    ['no URL', 'a.example.no/01818012345'],
  ])('refuses %s, without naming it', async (_, url) => {
    const fetchSpy = vi.fn<Fetch>();
    const refused = createHttp(fetchSpy, ['https://a.example.no/v1'], systemTime)(get(url));
    const error = await refused.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(Error);
    expect(inspect(error)).not.toMatch(/01818012345|b\.example/);
    expect(fetchSpy).not.toHaveBeenCalled();
  });

  it('tells a connection cut before the answer', async () => {
    const { base } = await localServer((_, response) => response.destroy());
    expect(await httpTo(base)(get(base))).toMatchObject({ ok: false, error: { code: 'net-cut' } });
  });

  it('tells a connection cut in the middle of the body', async () => {
    const { base } = await localServer((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half');
      setTimeout(() => response.destroy(), 20);
    });
    expect(await httpTo(base)(get(base))).toMatchObject({ ok: false, error: { code: 'net-cut' } });
  });

  it('tells when nobody is there', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    const nobody = `http://127.0.0.1:${port}`;
    expect(await httpTo(nobody)(get(nobody))).toEqual({
      ok: false,
      error: { code: 'net-no-contact', detail: { host: `127.0.0.1:${port}` }, neverLeft: true },
    });
  });

  it('stops when the time is up, also when the body never ends', async () => {
    const { base } = await localServer((_, response) => response.writeHead(200).write('and then'));
    expect(await httpTo(base)(get(base, { timeoutMs: 50 }))).toMatchObject({
      ok: false,
      error: { code: 'net-timeout' },
    });
  });

  it('keeps the time limit when the network stack does not let go', async () => {
    const deaf: Fetch = () => new Promise(() => {});
    const sent = createHttp(deaf, ['https://a.example.no'], systemTime)(get('https://a.example.no', { timeoutMs: 20 }));
    expect(await sent).toMatchObject({ ok: false, error: { code: 'net-timeout' } });
  });

  it('is cancelled by its signal, and the connection closes', async () => {
    const controller = new AbortController();
    const closed = vi.fn();
    const { base } = await localServer((_, response) => {
      response.on('close', closed);
      controller.abort();
    });
    const sent = await httpTo(base)(get(base, { signal: controller.signal }));
    expect(sent).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    await vi.waitFor(() => expect(closed).toHaveBeenCalled());
  });

  it('sends nothing when it is cancelled beforehand', async () => {
    const { base, seen } = await localServer((_, response) => json(response, 200, {}));
    const sent = await httpTo(base)(get(base, { signal: AbortSignal.abort() }));
    expect(sent).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(seen).toHaveLength(0);
  });

  it('follows no redirect: a log-on page answers for the authority', async () => {
    const { base, seen } = await localServer((_, response) => response.writeHead(302, { location: '/login' }).end());
    expect(await httpTo(base)(get(base))).toMatchObject({ ok: false, error: { code: 'net-proxy' } });
    expect(seen).toHaveLength(1);
  });

  it('cuts off a body that is too long', async () => {
    const { base } = await localServer((_, response) => response.end('x'.repeat(5000)));
    const sent = await httpTo(base)(get(base));
    expect(sent.ok && sent.value.body).toBe('x'.repeat(1000));
  });

  it('does not wait for the end of a body that is too long', async () => {
    const { base } = await localServer((_, response) => {
      response.write('x'.repeat(600));
      setTimeout(() => response.write('x'.repeat(600)), 20);
    });
    const sent = await httpTo(base)(get(base));
    expect(sent.ok && sent.value.body).toBe('x'.repeat(1000));
  });

  it('tells an answer that is no TLS', async () => {
    const { base } = await localServer((_, response) => response.end());
    const secure = base.replace('http:', 'https:');
    expect(await httpTo(secure)(get(secure))).toMatchObject({ ok: false, error: { code: 'net-tls' } });
  });

  /** Only these come before any request: everything else may have reached someone. */
  const NEVER_LEFT = new Set([
    'net::ERR_NAME_NOT_RESOLVED',
    'net::ERR_INTERNET_DISCONNECTED',
    'net::ERR_CONNECTION_REFUSED',
    'net::ERR_ADDRESS_UNREACHABLE',
    'net::ERR_CERT_AUTHORITY_INVALID',
    'net::ERR_CERT_DATE_INVALID',
    'net::ERR_PROXY_CONNECTION_FAILED',
    'net::ERR_TUNNEL_CONNECTION_FAILED',
  ]);

  // Chromium's texts, as Electron 33 puts them into the error's message
  it.each([
    ['net::ERR_NAME_NOT_RESOLVED', 'net-no-contact'],
    ['net::ERR_INTERNET_DISCONNECTED', 'net-no-contact'],
    ['net::ERR_CONNECTION_REFUSED', 'net-no-contact'],
    ['net::ERR_ADDRESS_UNREACHABLE', 'net-no-contact'],
    ['net::ERR_CONNECTION_TIMED_OUT', 'net-timeout'],
    ['net::ERR_TIMED_OUT', 'net-timeout'],
    ['net::ERR_CONNECTION_RESET', 'net-cut'],
    ['net::ERR_CONNECTION_CLOSED', 'net-cut'],
    ['net::ERR_EMPTY_RESPONSE', 'net-cut'],
    ['net::ERR_CONTENT_LENGTH_MISMATCH', 'net-cut'],
    ['net::ERR_INCOMPLETE_CHUNKED_ENCODING', 'net-cut'],
    ['net::ERR_HTTP2_PROTOCOL_ERROR', 'net-cut'],
    ['net::ERR_INVALID_HTTP_RESPONSE', 'net-cut'],
    ['net::ERR_NETWORK_CHANGED', 'net-cut'],
    ['net::ERR_NETWORK_IO_SUSPENDED', 'net-cut'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'net-tls'],
    ['net::ERR_CERT_DATE_INVALID', 'net-tls'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'net-tls'],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'net-proxy'],
    ['net::ERR_UNEXPECTED_PROXY_AUTH', 'net-proxy'],
    ['net::ERR_TUNNEL_CONNECTION_FAILED', 'net-proxy'],
    ['net::ERR_MANDATORY_PROXY_CONFIGURATION_FAILED', 'net-proxy'],
    ['net::ERR_SOCKS_CONNECTION_FAILED', 'net-proxy'],
    ["Attempted to redirect, but redirect policy was 'error'", 'net-proxy'],
    ['net::ERR_SOMETHING_NEW', 'net-no-contact'],
  ])('reads %s as %s', async (message, code) => {
    const http = createHttp(() => Promise.reject(new Error(message)), ['https://a.example.no'], systemTime);
    expect(await http(get('https://a.example.no'))).toEqual({
      ok: false,
      error: { code, detail: { host: 'a.example.no' }, neverLeft: NEVER_LEFT.has(message) },
    });
  });

  // Node's codes, in the cause
  it.each([
    ['ENOTFOUND', 'net-no-contact'],
    ['EAI_AGAIN', 'net-no-contact'],
    ['ECONNREFUSED', 'net-no-contact'],
    ['EHOSTUNREACH', 'net-no-contact'],
    ['ETIMEDOUT', 'net-timeout'],
    ['UND_ERR_CONNECT_TIMEOUT', 'net-timeout'],
    ['ECONNRESET', 'net-cut'],
    ['UND_ERR_SOCKET', 'net-cut'],
    ['CERT_HAS_EXPIRED', 'net-tls'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'net-tls'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'net-tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'net-tls'],
    ['EPROTO', 'net-tls'],
  ])('reads %s as %s', async (code, ours) => {
    const cause = new AggregateError([Object.assign(new Error('no'), { code })]);
    const http = createHttp(
      () => Promise.reject(new TypeError('fetch failed', { cause })),
      ['https://a.example.no'],
      systemTime,
    );
    expect(await http(get('https://a.example.no'))).toMatchObject({ ok: false, error: { code: ours } });
  });
});

describe('readJson', () => {
  const answer = (contentType: string | null, body: string) => ({
    status: 200,
    headers: new Headers(contentType === null ? {} : { 'content-type': contentType }),
    body,
    sentAt: { wall: 0, monotonic: 0 },
    roundTripMs: 1,
  });

  it.each([
    ['application/json', '{"a":1}', { a: 1 }],
    ['application/json;charset=UTF-8', '{"a":1}', { a: 1 }],
    ['Application/Problem+JSON', '{"a":1}', { a: 1 }],
    ['text/html', '{"a":1}', undefined],
    ['application/jsonp', '{"a":1}', undefined],
    [null, '{"a":1}', undefined],
    ['application/json', '{"a":', undefined],
    ['application/json', '', undefined],
  ])('%s with %s', (contentType, body, value) => {
    expect(readJson(answer(contentType, body))).toEqual(value);
  });
});
