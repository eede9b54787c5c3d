/** The one origin that the windows may show. */
export const APP_ORIGIN = 'app://saksbord';

/** Pages outside that a link may open in the system's browser: the law, and the portals that the error texts send IT to. */
const OUTSIDE_HOSTS: ReadonlySet<string> = new Set([
  'lovdata.no',
  'www.skatteetaten.no',
  'skatteetaten.github.io',
  'www.regjeringen.no',
  'www.ks.no',
  'docs.digdir.no',
  'sjolvbetjening.samarbeid.digdir.no',
  'status.digdir.no',
]);

function parse(url: unknown): URL | null {
  if (typeof url !== 'string') return null;
  try {
    return new URL(url);
  } catch {
    return null;
  }
}

/** Is this one of our own pages? Exactly `app://saksbord`, no port, no user name: Node gives custom schemes the origin `null`, so the parts are compared. */
export function isOurPage(url: unknown): boolean {
  const parsed = parse(url);
  return (
    parsed !== null &&
    parsed.protocol === 'app:' &&
    parsed.host === 'saksbord' &&
    parsed.username === '' &&
    parsed.password === ''
  );
}

/** May a window go to this address? Only to our own pages; redirects are asked about too. */
export const mayNavigate = (url: unknown): boolean => isOurPage(url);

/** May this address be opened in the system's browser? https on the default port of a listed host, nothing else. */
export function mayOpenOutside(url: unknown): boolean {
  const parsed = parse(url);
  return (
    parsed !== null &&
    parsed.protocol === 'https:' &&
    parsed.port === '' &&
    parsed.username === '' &&
    parsed.password === '' &&
    OUTSIDE_HOSTS.has(parsed.hostname)
  );
}

/** May the page load this? Only our own files: the renderer has no network at all. */
export const mayRequest = (url: unknown): boolean => isOurPage(url);

/** May the page use a permission (camera, clipboard, notifications …)? It needs none, so it gets none. */
export const mayUse = (_permission: string): boolean => false;

/** The Content-Security-Policy of every page: own scripts, styles, fonts and pictures; no network, no frames, no forms, nothing inline. */
export function contentSecurityPolicy(): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'none'",
    "frame-src 'none'",
    "worker-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}
