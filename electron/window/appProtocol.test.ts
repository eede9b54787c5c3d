import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileOf, serveApp } from './appProtocol.ts';

const root = mkdtempSync(join(tmpdir(), 'saksbord-app-'));
writeFileSync(join(root, 'index.html'), '<!doctype html>');
writeFileSync(`${root}-neighbour.html`, 'secret');

describe('appProtocol', () => {
  it('serves index.html for the root, with the policy', async () => {
    const response = await serveApp(root)(new Request('app://saksbord/'));
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<!doctype html>');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    'app://saksbord/../x.html',
    'app://saksbord/%2e%2e/x.html',
    'app://saksbord/%2e%2e%2f%2e%2e%2fetc/passwd.html',
    'app://saksbord/..%5c..%5cx.html',
    'app://saksbord/a%00.html',
    'app://saksbord/%E0%A4%A.html',
    'app://other/index.html',
    'file:///etc/passwd',
    'app://saksbord/index.exe',
    'app://saksbord//etc/passwd',
  ])('never leaves its folder for %s', async (url) => {
    const file = fileOf(root, url);
    expect(file === null || file.startsWith(`${root}/`)).toBe(true);
    expect((await serveApp(root)(new Request(url))).status).toBe(404);
  });

  it('does not mistake a neighbour with the same beginning for its folder', () => {
    expect(fileOf(root, `app://saksbord/..%2f${root.split('/').pop()}-neighbour.html`)).toBeNull();
  });

  it('answers GET only', async () => {
    expect((await serveApp(root)(new Request('app://saksbord/', { method: 'POST' }))).status).toBe(404);
  });
});
