import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Pkcs12Problem } from '../../shared/certificate/facts.ts';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { ImportSession, ImportSummary } from './importSession.ts';
import type { JudgeContext } from './judge.ts';

export interface OpenCertificatePorts {
  readonly session: ImportSession;
  readonly context: () => JudgeContext;
  /** A file dialog; null when it was closed. */
  readonly pickFile: () => Promise<string | null>;
  /** The password window: hands each try to `attempt` until that says null; false when it was closed. */
  readonly askPassword: (
    fileName: string,
    attempt: (password: string) => Promise<Pkcs12Problem | null>,
  ) => Promise<boolean>;
}

/** A certificate file is 3 to 15 kB; anything this large is some other file. */
const MAX_BYTES = 1024 * 1024;

/**
 * Lets IT choose a PKCS#12 and give its password, and judges what is in it. The file's bytes are overwritten when the window closes.
 * Errors: `not-found` when the file can't be read.
 */
export async function openCertificate(
  ports: OpenCertificatePorts,
): Promise<Result<CallOutput<'setup.openCertificate'>, Failure>> {
  const path = await ports.pickFile();
  if (path === null) return ok({ state: 'cancelled' });
  const file = await readFile(path).catch(() => null);
  if (file === null || file.byteLength > MAX_BYTES) return fail(failure('not-found'));
  const fileName = basename(path);
  let summary: ImportSummary | null = null;
  try {
    await ports.askPassword(fileName, async (password) => {
      const opened = ports.session.open(file, password, ports.context());
      if (!opened.ok) return opened.error;
      summary = opened.value;
      return null;
    });
  } finally {
    file.fill(0);
  }
  return ok(toOutput(summary, fileName));
}

function toOutput(summary: ImportSummary | null, fileName: string): CallOutput<'setup.openCertificate'> {
  if (summary === null) return { state: 'cancelled' };
  const { importId, candidates, proposal } = summary;
  return { state: 'opened', importId, fileName, candidates: [...candidates], proposal };
}
