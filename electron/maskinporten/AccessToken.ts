import { inspect } from 'node:util';

/** An access token that can be sent but not read: it shows itself as `[access token]` in logs, JSON, templates and the inspector. */
export class AccessToken {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value of the `Authorization` header: the only way out. */
  toAuthorizationHeader(): string {
    return `Bearer ${this.#value}`;
  }

  toString(): string {
    return '[access token]';
  }

  toJSON(): string {
    return this.toString();
  }

  [inspect.custom](): string {
    return this.toString();
  }
}
