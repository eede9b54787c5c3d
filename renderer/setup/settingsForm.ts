import { parseOrganisationNumber } from '../../shared/identity/organisationNumber.ts';
import { ClientSettings } from '../../shared/settings.ts';
import type { Text } from '../../shared/text/text.ts';
import type { Mistake } from '../ui/Mistakes.tsx';

export const services = ['inntekt', 'skattegrunnlag'] as const;
export const desks = ['housing', 'collection'] as const;
type Service = (typeof services)[number];
type Desk = (typeof desks)[number];

/** The id of each field that can be wrong. */
export const settingsFieldIds = {
  municipality: 'municipality',
  orgNumber: 'org-number',
  clientId: 'client-id',
  scope: (service: Service) => `scope-${service}`,
  package: (desk: Desk, service: Service) => `package-${desk}-${service}`,
} as const;

/** The fields that are folded away as long as nothing is wrong with them. */
export const accessFieldIds: readonly string[] = services.flatMap((service) => [
  settingsFieldIds.scope(service),
  ...desks.map((desk) => settingsFieldIds.package(desk, service)),
]);

/** Reads the form: what can be saved, or what must be put right first. What is not known yet may stay empty. */
export function readSettings(
  typed: ClientSettings,
  { setup: { form } }: Text,
): { readonly settings: ClientSettings | null; readonly mistakes: Mistake[] } {
  const mistakes: Mistake[] = [];
  const settings: ClientSettings = {
    ...typed,
    municipality: typed.municipality.trim(),
    orgNumber: typed.orgNumber.replace(/[\s.-]/g, ''),
    clientId: typed.clientId.trim(),
  };
  const orgNumber = settings.orgNumber === '' ? null : parseOrganisationNumber(typed.orgNumber);
  if (orgNumber && !orgNumber.ok) {
    mistakes.push({ fieldId: settingsFieldIds.orgNumber, sentence: form.mistakes.orgNumber[orgNumber.error] });
  }
  if (!ClientSettings.shape.municipality.safeParse(settings.municipality).success) {
    mistakes.push({ fieldId: settingsFieldIds.municipality, sentence: form.mistakes.tooLong(form.municipality) });
  }
  if (!ClientSettings.shape.clientId.safeParse(settings.clientId).success) {
    mistakes.push({ fieldId: settingsFieldIds.clientId, sentence: form.mistakes.tooLong(form.clientId) });
  }
  for (const service of services) {
    if (!ClientSettings.shape.scopes.shape[service].safeParse(settings.scopes[service]).success) {
      mistakes.push({
        fieldId: settingsFieldIds.scope(service),
        sentence: form.mistakes.scope(form.services[service].toLowerCase()),
      });
    }
    for (const desk of desks) {
      const name = ClientSettings.shape.packages.shape[desk].shape[service];
      if (name.safeParse(settings.packages[desk][service]).success) continue;
      mistakes.push({
        fieldId: settingsFieldIds.package(desk, service),
        sentence: form.mistakes.package(form.packages[desk], form.services[service].toLowerCase()),
      });
    }
  }
  return { settings: mistakes.length === 0 ? settings : null, mistakes };
}
