import type { Registered } from '../apis/utleggMessages.ts';
import { AppendOnlyFile } from './AppendOnlyFile.ts';

/** One accepted request, for the one who has to account for it. */
interface Write {
  /** Idempotency-Key, where there is one. */
  readonly key: string | null;
  /** SHA-256 of the body as it came over the wire. */
  readonly bodySha256: string;
}

/** A trekk as it has stood since `at`: each change is a new one of these. */
export interface TrekkVersion {
  readonly kind: 'trekk';
  readonly at: string;
  readonly utleggstrekkId: string;
  readonly versjon: number;
  /** Organisation number of the one who registered it. */
  readonly by: string;
  /** `existing`: how a trekk that is here from the start stood before its first change. `others`: another authority's (control). */
  readonly cause: 'registrer' | 'endre' | 'avslutt' | 'existing' | 'others';
  readonly write: Write | null;
  /** Why nothing is deducted although its days have come; null: it runs then. */
  readonly hold: 'ventende' | 'stanset' | null;
  readonly content: Registered;
}

/** A lookup of a person, so that a registration can prove it was made and that nothing has happened since. */
export interface Lookup {
  readonly kind: 'oppslag';
  readonly at: string;
  readonly oppslagId: string;
  readonly by: string;
  readonly nationalId: string;
  /** Changes on the person so far (`changesOn`). */
  readonly changes: number;
}

/** A decision that ELAN has received. */
export interface Decision {
  readonly kind: 'beslutning';
  readonly at: string;
  readonly by: string;
  readonly write: Write;
  readonly saksreferanse: string;
  readonly innsendersReferanse: string | null;
  readonly beslutningsdato: string;
  readonly nationalId: string;
  /** innsendersKravreferanse of its claims. */
  readonly references: readonly string[];
}

/** A file that ELAN has received. What is in it is not kept. */
export interface Attachment {
  readonly kind: 'vedlegg';
  readonly at: string;
  readonly by: string;
  readonly uuid: string;
  readonly sha256: string;
}

type Entry = TrekkVersion | Lookup | Decision | Attachment;

/** What has been written to utleggsdatabasen and ELAN, and who has looked up whom. On the disk before anyone is answered. */
export class Registrations {
  readonly #file: AppendOnlyFile;
  readonly #trekk = new Map<string, TrekkVersion[]>();
  readonly #lookups = new Map<string, Lookup>();
  readonly #attachments = new Map<string, Attachment>();
  readonly #decisions: Decision[] = [];

  /** Reads what is there; makes the file when there is none. */
  constructor(path: string) {
    this.#file = new AppendOnlyFile(path);
    for (const line of this.#file.lines) this.#keep(JSON.parse(line));
  }

  /** Stores all of them or throws. */
  add(...entries: readonly Entry[]): void {
    this.#file.append(entries.map((entry) => JSON.stringify(entry)));
    for (const entry of entries) this.#keep(entry);
  }

  #keep(entry: Entry): void {
    switch (entry.kind) {
      case 'trekk':
        this.#trekk.set(entry.utleggstrekkId, [...this.versions(entry.utleggstrekkId), entry]);
        break;
      case 'oppslag':
        this.#lookups.set(entry.oppslagId, entry);
        break;
      case 'beslutning':
        this.#decisions.push(entry);
        break;
      case 'vedlegg':
        this.#attachments.set(entry.uuid, entry);
        break;
    }
  }

  /** The stored versions of a trekk, oldest first; none when it has never been written to. */
  versions(utleggstrekkId: string): readonly TrekkVersion[] {
    return this.#trekk.get(utleggstrekkId) ?? [];
  }

  /** Every stored version, oldest first. */
  allVersions(): TrekkVersion[] {
    return [...this.#trekk.values()].flat().sort((a, b) => a.at.localeCompare(b.at));
  }

  /** The newest version of each trekk that has been written to, of a person or of everyone. */
  newest(nationalId: string | null = null): TrekkVersion[] {
    const ofEach = [...this.#trekk.values()].flatMap((versions) => versions.slice(-1));
    return ofEach.filter(({ content }) => nationalId === null || content.skyldner.personidentifikator === nationalId);
  }

  /** What an organisation has had accepted under an idempotency key. */
  underKey(by: string, key: string): TrekkVersion | undefined {
    return this.allVersions().find((version) => version.by === by && version.write?.key === key);
  }

  /** How many times something has been registered, changed or ended on a person. */
  changesOn(nationalId: string): number {
    const isChange = ({ cause, content }: TrekkVersion): boolean =>
      cause !== 'existing' && content.skyldner.personidentifikator === nationalId;
    return this.allVersions().filter(isChange).length;
  }

  lookup(oppslagId: string): Lookup | undefined {
    return this.#lookups.get(oppslagId.toLowerCase());
  }

  attachment(uuid: string): Attachment | undefined {
    return this.#attachments.get(uuid.toLowerCase());
  }

  decisions(): readonly Decision[] {
    return this.#decisions;
  }

  attachments(): readonly Attachment[] {
    return [...this.#attachments.values()];
  }

  close(): void {
    this.#file.close();
  }
}
