/** An expected outcome: a value, or an error that the caller must look at. Bugs throw; everything foreseeable is a Result. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** A successful Result. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** A failed Result. */
export const fail = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });
