import { type NationalIdFault, parseNationalId } from '../../shared/identity/nationalId.ts';
import type { Environment } from '../../shared/session.ts';

/** What is wrong with a typed number; null when it is right, or empty. */
export function idFault(typedId: string, environment: Environment): NationalIdFault | null {
  if (typedId.trim() === '') return null;
  const id = parseNationalId(typedId, environment);
  return id.ok ? null : id.error;
}
