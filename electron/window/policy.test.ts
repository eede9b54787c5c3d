import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, isOurPage, mayOpenOutside, mayUse } from './policy.ts';

describe('policy', () => {
  it.each(['app://saksbord/', 'app://saksbord/index.html#/sak/1'])('knows our own page %s', (url) => {
    expect(isOurPage(url)).toBe(true);
  });

  it.each([
    'app://saksbord.evil/',
    'app://evil/saksbord',
    'app://saksbord:99/',
    'app://user@saksbord/',
    'apps://saksbord/',
    'file:///etc/passwd',
    'https://saksbord/',
    'data:text/html,hei',
    'about:blank',
    'javascript:alert(1)',
    'blob:app://saksbord/1',
    '',
    undefined,
    42,
  ])('takes %s for foreign', (url) => {
    expect(isOurPage(url)).toBe(false);
  });

  it('opens the law in the browser', () => {
    expect(mayOpenOutside('https://lovdata.no/dokument/NL/lov/2022-12-20-121')).toBe(true);
  });

  it.each([
    'http://lovdata.no/',
    'https://lovdata.no.evil.example/',
    'https://evil.example/lovdata.no',
    'https://user@lovdata.no/',
    'https://lovdata.no:8443/',
    'file:///etc/passwd',
    'smb://lovdata.no/x',
    null,
  ])('does not open %s', (url) => {
    expect(mayOpenOutside(url)).toBe(false);
  });

  it('gives no permission', () => {
    for (const permission of [
      'media',
      'geolocation',
      'clipboard-read',
      'notifications',
      'openExternal',
      'fullscreen',
    ]) {
      expect(mayUse(permission)).toBe(false);
    }
  });

  it('has a CSP without unsafe sources, each directive well formed', () => {
    const csp = contentSecurityPolicy();
    expect(csp).not.toContain('unsafe');
    expect(csp).not.toContain('*');
    for (const directive of csp.split('; '))
      expect(directive).toMatch(/^[a-z-]+ ('self'|'none'|'script'|data:)( data:)?$/);
    expect(csp).toContain("connect-src 'none'");
  });
});
