import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openKeychain } from './keychain.ts';
import { secretStoreContract } from './testing/secretStoreContract.ts';

// The real keychain of this machine, through the real keytar. Without one these tests fail; they are never skipped.
const owner = `test-${randomUUID()}`;

secretStoreContract(async () => {
  const opened = await openKeychain(owner);
  if (!opened.ok) throw new Error(`a keychain is needed here: ${opened.error}`);
  return opened.value;
});

test('another process finds what this one wrote', async () => {
  const opened = await openKeychain(owner);
  if (!opened.ok) throw new Error(opened.error);
  await opened.value.write('database-key', Buffer.from('across'));
  const script = `import('keytar').then(({ default: k }) => k.getPassword('Saksbord', '${owner}/database-key')).then((t) => process.stdout.write(String(t)))`;
  expect(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })).toBe(
    `0${Buffer.from('across').toString('base64')}`,
  );
  await opened.value.erase('database-key');
});

test('without a session bus there is no keychain, and the answer says so', () => {
  const script = `import('./electron/secrets/keychain.ts').then(({ openKeychain }) => openKeychain('test')).then((r) => process.stdout.write(JSON.stringify(r)))`;
  const { DBUS_SESSION_BUS_ADDRESS: _bus, DISPLAY: _display, XDG_RUNTIME_DIR: _runtime, ...env } = process.env;
  const said = execFileSync(process.execPath, ['-e', script], {
    encoding: 'utf8',
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  expect(JSON.parse(said)).toEqual({ ok: false, error: 'no-keychain' });
});
