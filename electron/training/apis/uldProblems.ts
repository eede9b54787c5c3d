import type { Api } from './api.ts';

/** Codes of our contract, which has one family of them for utleggsdatabasen and ELAN (utleggsdatabasen.md 9). It has no 406. */
export const ULD_PROBLEMS: Api['problems'] = {
  unexpected: [500, 'ULD-001'],
  unknownUrl: [404, 'ULD-003'],
  unauthenticated: [401, 'ULD-004'],
  unauthorised: [403, 'ULD-005'],
  badInput: [400, 'ULD-006'],
  format: [400, 'ULD-006'],
  unknownPerson: [404, 'ULD-007'],
  noData: [404, 'ULD-007'],
  withdrawn: [410, 'ULD-008'],
  brokenRules: [422, 'ULD-010'],
  keyReused: [409, 'ULD-020'],
  duplicate: [409, 'ULD-021'],
  changedSince: [409, 'ULD-022'],
  wrongState: [409, 'ULD-023'],
  outdatedVersion: [412, 'ULD-030'],
  missingVersion: [428, 'ULD-030'],
};
