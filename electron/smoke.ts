import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { type Instant, osloDate } from '../shared/dates.ts';
import type { CallInput, CallName, CallOutput } from '../shared/ipc/contract.ts';
import type { CallError } from '../shared/ipc/errors.ts';
import type { Result } from '../shared/result.ts';
import type { ShownWindow } from './window/shownWindow.ts';

const PATIENCE_MS = 120_000;

/**
 * `--smoke`: one made-up case through the installed program, from the page through preload and door to keychain, store, simulator and PDF. Prints
 * one JSON line and ends the program: 0 when all of it worked.
 */
export async function smoke(shown: ShownWindow): Promise<void> {
  const late = setTimeout(() => finish({ smoke: 'failed', why: 'not finished in time' }), PATIENCE_MS);
  const outcome = await walk(shown).catch((thrown: unknown) => ({ smoke: 'failed', why: String(thrown) }));
  clearTimeout(late);
  finish(outcome);
}

function finish(outcome: { readonly smoke: string; readonly why?: string }): void {
  process.stdout.write(`${JSON.stringify(outcome)}\n`, () => app.exit(outcome.smoke === 'ok' ? 0 : 1));
}

async function walk(shown: ShownWindow) {
  const started = performance.now();
  const call = <N extends CallName>(name: N, input: CallInput<N>) => callFromPage(shown, name, input);

  const window = shown.window();
  // Never answered: whoever asked is replaced by the window of the person at the desk.
  call('session.choosePersona', { persona: 'kari' }).catch(() => undefined);
  await until(() => shown.window() !== window && !shown.window().webContents.isLoading());
  const heading = 'document.querySelector("h1")?.innerText ?? ""';
  await until(async () => (await shown.window().webContents.executeJavaScript(heading)) !== '');

  const today = osloDate(new Date().toISOString() as Instant);
  const month = today.slice(0, 7) as CallInput<'information.fetch'>['fromMonth'];
  const created = await call('cases.create', {
    caseNumber: '2026/1',
    legalGround: 'boligsosialloven-9',
    purpose: 'kommunal-bolig',
    language: 'nb',
    decisionDate: today,
    informedHow: 'samtale',
    informedOn: today,
  });
  const { PEOPLE } = await import('./training/people.ts');
  const [person] = PEOPLE;
  if (!person) throw new Error('nobody to ask about');
  const household = await call('cases.saveHousehold', {
    caseId: created.id,
    expectedVersion: created.version,
    members: [
      {
        id: null,
        role: 'soeker',
        birthDate: person.birthDate as typeof today,
        nationalId: person.nationalId,
        lookUp: true,
        countsInSize: true,
        manualPosts: [],
      },
    ],
  });
  const fetched = await call('information.fetch', {
    caseId: created.id,
    expectedVersion: household.version,
    fromMonth: month,
    toMonth: month,
    years: [],
    only: null,
  });
  const { outcome } = await call('assessment.compute', { caseId: created.id });

  const pdf = join(app.getPath('userData'), 'smoke.pdf');
  dialog.showSaveDialog = async () => ({ canceled: false, filePath: pdf });
  await call('documents.createBasis', { caseId: created.id, expectedVersion: fetched.version });
  const bytes = await readFile(pdf);
  if (bytes.subarray(0, 5).toString() !== '%PDF-') throw new Error('the document is no PDF');

  return {
    smoke: 'ok',
    version: app.getVersion(),
    lookups: fetched.lookups.length,
    outcome,
    pdfBytes: bytes.length,
    sandboxed: isSandboxed(shown.window().webContents.getOSProcessId()),
    milliseconds: Math.round(performance.now() - started),
  };
}

/** Makes a call as the page does. Throws with the door's code when the answer is no. */
async function callFromPage<N extends CallName>(
  shown: ShownWindow,
  name: N,
  input: CallInput<N>,
): Promise<CallOutput<N>> {
  const script = `saksbord.call(crypto.randomUUID(), ${JSON.stringify(name)}, ${JSON.stringify(input)})`;
  const answer: Result<CallOutput<N>, CallError> = await shown.window().webContents.executeJavaScript(script);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
  return answer.value;
}

async function until(met: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await met())) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Has the kernel shut the page's process in? Linux tells by its system call filter; null on other systems. */
function isSandboxed(pid: number): boolean | null {
  if (process.platform !== 'linux') return null;
  return /^Seccomp:\s+2$/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}
