import { parseOrganisationNumber } from '../../shared/identity/organisationNumber.ts';
import { ClientSettings } from '../../shared/settings.ts';
import type { Text } from '../../shared/text/text.ts';
import type { Mistake } from '../ui/Mistakes.tsx';

export const services = ['inntekt', 'skattegrunnlag', 'samordnetTrekk', 'utlegg'] as const;
type Service = (typeof services)[number];
type Desk = keyof ClientSettings['packages'];

/** Every rettighetspakke there is: «oppslag samordnet trekk» has none, and only the collection desk asks utleggsdatabasen. */
export const packageFields = [
  { name: 'packages.housing.inntekt', desk: 'housing', service: 'inntekt' },
  { name: 'packages.collection.inntekt', desk: 'collection', service: 'inntekt' },
  { name: 'packages.housing.skattegrunnlag', desk: 'housing', service: 'skattegrunnlag' },
  { name: 'packages.collection.skattegrunnlag', desk: 'collection', service: 'skattegrunnlag' },
  { name: 'packages.collection.utlegg', desk: 'collection', service: 'utlegg' },
] as const;

/** The id of each field that can be wrong. */
export const settingsFieldIds = {
  municipality: 'municipality',
  orgNumber: 'org-number',
  clientId: 'client-id',
  scope: (service: Service) => `scope-${service}`,
  package: (desk: Desk, service: Service) => `package-${desk}-${service}`,
} as const;

/** The fields that are folded away as long as nothing is wrong with them. */
export const accessFieldIds: readonly string[] = [
  ...services.map(settingsFieldIds.scope),
  ...packageFields.map(({ desk, service }) => settingsFieldIds.package(desk, service)),
];

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
  const wrong = ClientSettings.safeParse(settings).error?.issues.map(({ path }) => path.join('.')) ?? [];
  if (wrong.includes('municipality')) {
    mistakes.push({ fieldId: settingsFieldIds.municipality, sentence: form.mistakes.tooLong(form.municipality) });
  }
  if (wrong.includes('clientId')) {
    mistakes.push({ fieldId: settingsFieldIds.clientId, sentence: form.mistakes.tooLong(form.clientId) });
  }
  for (const service of services) {
    if (wrong.includes(`scopes.${service}`)) {
      mistakes.push({
        fieldId: settingsFieldIds.scope(service),
        sentence: form.mistakes.scope(form.services[service].toLowerCase()),
      });
    }
    for (const { name, desk } of packageFields.filter((field) => field.service === service)) {
      if (!wrong.includes(name)) continue;
      mistakes.push({
        fieldId: settingsFieldIds.package(desk, service),
        sentence: form.mistakes.package(form.packages[desk], form.services[service].toLowerCase()),
      });
    }
  }
  return { settings: mistakes.length === 0 ? settings : null, mistakes };
}
