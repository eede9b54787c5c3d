import type { CasePorts } from '../cases/CasePorts.ts';

/** What the collection desk's use cases stand on. */
export interface DebtorPorts extends CasePorts {
  /** The municipality's, by which its own trekk are known; null while IT has not entered it. */
  readonly organisationNumber: () => string | null;
}
