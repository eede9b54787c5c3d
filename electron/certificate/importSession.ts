import { randomUUID } from 'node:crypto';
import type { CertificateFacts, CertificateVerdict, Pkcs12Problem } from '../../shared/certificate/facts.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { IdentityProblem } from './identityFile.ts';
import { type Candidate, type JudgeContext, judge } from './judge.ts';
import { openPkcs12 } from './openPkcs12.ts';
import { type Proposal, propose } from './propose.ts';

/** What the screen gets to see of an opened file. */
export interface ImportSummary {
  readonly importId: string;
  readonly candidates: readonly { readonly facts: CertificateFacts; readonly verdict: CertificateVerdict }[];
  readonly proposal: Proposal | null;
}

/** `not-found`: closed, kept already, or five minutes are over. `invalid-input`: refused, or its warnings have not been accepted. */
export type KeepProblem = IdentityProblem | 'not-found' | 'invalid-input';

/** Time to read the verdicts and choose, not to go to lunch. */
const LIFETIME_MS = 5 * 60_000;

/**
 * Holds the keys of one opened file between the password window and the choice of certificate, in the main process only. Another file,
 * a finished choice, `close` (lock, quit) and the time limit overwrite them. Takes what keeps the chosen one.
 */
export class ImportSession {
  readonly #keep: (candidate: Candidate) => Promise<Result<void, IdentityProblem>>;
  #open: {
    readonly importId: string;
    readonly candidates: readonly Candidate[];
    readonly timer: NodeJS.Timeout;
  } | null = null;

  constructor(keep: (candidate: Candidate) => Promise<Result<void, IdentityProblem>>) {
    this.#keep = keep;
  }

  /** Opens and judges a file. The caller may try again with another password, and overwrites the file's bytes in the end. */
  open(file: Uint8Array, password: string, context: JudgeContext): Result<ImportSummary, Pkcs12Problem> {
    this.close();
    const opened = openPkcs12(file, password);
    if (!opened.ok) return opened;
    const candidates = judge(opened.value, context);
    const importId = randomUUID();
    this.#open = { importId, candidates, timer: setTimeout(() => this.close(), LIFETIME_MS).unref() };
    return ok({
      importId,
      candidates: candidates.map(({ facts, verdict }) => ({ facts, verdict })),
      proposal: propose(candidates),
    });
  }

  /** Keeps one of the candidates and closes, also when the keychain or the disk says no. */
  async keep(importId: string, index: number, acceptWarnings: boolean): Promise<Result<void, KeepProblem>> {
    if (this.#open?.importId !== importId) return fail('not-found');
    const candidate = this.#open.candidates[index];
    if (!candidate || candidate.verdict.refusals.length > 0) return fail('invalid-input');
    if (candidate.verdict.warnings.length > 0 && !acceptWarnings) return fail('invalid-input');
    // Taken out first, so that neither a second press nor the time limit can touch the key while it is being written.
    const candidates = this.#take();
    try {
      return await this.#keep(candidate);
    } finally {
      overwrite(candidates);
    }
  }

  /** Overwrites the keys. */
  close(): void {
    overwrite(this.#take());
  }

  #take(): readonly Candidate[] {
    clearTimeout(this.#open?.timer);
    const candidates = this.#open?.candidates ?? [];
    this.#open = null;
    return candidates;
  }
}

function overwrite(candidates: readonly Candidate[]): void {
  for (const { pair } of candidates) pair.pkcs8.fill(0);
}
