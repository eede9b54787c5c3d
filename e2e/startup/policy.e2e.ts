import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { policyPath } from '../../electron/policy/readPolicy.ts';
import { launchApp, type RunningApp } from '../app.ts';
import { tryCall } from '../program.ts';

const file = policyPath(process.platform);
const folder = path.dirname(file);

/** What IT decides in these tests: whoever runs them is a housing officer of Fjellvik. */
const policy = {
  environment: 'test',
  municipality: 'Fjellvik kommune',
  roles: { housing: { users: [userInfo().username] } },
};

describe('outside training, what one may do is what IT has decided for the machine', () => {
  let running: RunningApp | undefined;
  let written = false;

  /** Puts a policy where IT puts it. Throws when there is one already: it is not ours to replace. */
  const decide = (text: string, mode = 0o644): void => {
    mkdirSync(folder);
    written = true;
    writeFileSync(file, text);
    chmodSync(file, mode);
  };
  afterEach(async () => {
    await running?.close();
    if (written) rmSync(folder, { recursive: true });
    written = false;
  });

  it('without a policy every desk is closed', async () => {
    running = await launchApp();
    const { page } = running;
    await page.getByRole('heading', { level: 1, name: 'Du har ikke tilgang ennå' }).waitFor();
    await page.getByText(userInfo().username).waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await tryCall(page, 'cases.list', {})).toMatchObject({ ok: false, error: { code: 'access-denied' } });
    expect(await tryCall(page, 'training.people', {})).toMatchObject({
      ok: false,
      error: { code: 'not-in-this-mode' },
    });
    expect(await tryCall(page, 'session.choosePersona', { persona: 'kari' })).toMatchObject({
      ok: false,
      error: { code: 'not-in-this-mode' },
    });
  });

  it('the policy opens the desk of the role it gives, in the environment it says', async () => {
    decide(JSON.stringify(policy));
    running = await launchApp();
    const { page } = running;
    await page.getByRole('heading', { level: 1, name: 'Mine saker' }).waitFor();
    expect(await page.getByRole('banner').getByText('TEST', { exact: true }).count()).toBe(1);
    expect(await page.getByRole('link', { name: 'Oppsett' }).count()).toBe(0);
    expect(await tryCall(page, 'setup.status', {})).toMatchObject({ ok: false, error: { code: 'access-denied' } });
  });

  it.each([
    ['that anyone may write', JSON.stringify(policy), 0o666],
    ['that is broken', JSON.stringify(policy).slice(0, -2), 0o644],
    ['with a word that means nothing', JSON.stringify({ ...policy, rolles: {} }), 0o644],
  ])('a policy %s is not followed: the program stays closed', async (_what, text, mode) => {
    decide(text, mode);
    running = await launchApp();
    const { page } = running;
    await page.getByRole('heading', { level: 1, name: 'Saksbord kan ikke åpnes' }).waitFor();
    await page.getByText(/^Maskinpolicyen kan ikke brukes/).waitFor();
    expect(await tryCall(page, 'cases.list', {})).toMatchObject({ ok: false, error: { code: 'policy-refused' } });
  });
});
