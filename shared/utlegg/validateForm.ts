import { type IsoDate, parseIsoDate } from '../dates.ts';
import type { ActContent, Violation } from './trekk.ts';
import type { Avslutningsaarsak, AvsluttContent, BeslutningContent, EndreContent } from './trekkContent.ts';
import { stops } from './violation.ts';

const REFERENCE_LENGTH = 64;

/** A text that the message must have. */
const needed = (text: string, field: string): Violation[] =>
  text.trim() === '' ? [stops(null, 'FELT_MANGLER', field)] : [];

const formatted = (holds: boolean, field: string): Violation[] => (holds ? [] : [stops(null, 'UGYLDIG_FORMAT', field)]);

/** Our own case reference. */
export const referenceViolations = ({ reference }: { readonly reference: string }): Violation[] => [
  ...needed(reference, 'reference'),
  ...formatted(reference.trim().length <= REFERENCE_LENGTH, 'reference'),
];

/** What a decision for ELAN must have besides its claims (utleggsdatabasen.md 5). */
export function beslutningFormViolations({ signedBy, contact, address, district }: BeslutningContent): Violation[] {
  const email = contact.email.trim();
  return [
    ...needed(signedBy, 'signedBy'),
    ...formatted(email === '' || /^[^@\s]+@[^@\s]+$/.test(email), 'contact.email'),
    ...(address.kind === 'adresse'
      ? [
          ...needed(address.text, 'address.text'),
          ...formatted(/^\d{4}$/.test(address.postalCode.trim()), 'address.postalCode'),
        ]
      : []),
    ...(district === null
      ? []
      : [...needed(district.name, 'district.name'), ...needed(district.reason, 'district.reason')]),
  ];
}

/** A stop has a reason: a complaint, an agreement, illness (utleggsdatabasen.md 7.1). */
export const changeReasonViolations = ({ reason, explanation }: EndreContent): Violation[] =>
  reason === 'midlertidigStans' && explanation.trim() === '' ? [stops(null, 'BEGRUNNELSE_MANGLER', 'explanation')] : [];

/** These say all there is to say. */
const selfEvident: readonly Avslutningsaarsak[] = ['innfridd', 'utloept', 'overfoertTilSamordnetTrekk'];

/** Every other end names its document in the case. */
export const endReasonViolations = ({ reason, explanation }: AvsluttContent): Violation[] =>
  selfEvident.includes(reason) || explanation.trim() !== '' ? [] : [stops(null, 'BEGRUNNELSE_MANGLER', 'explanation')];

const isStrange = (date: IsoDate): boolean => date < '1900-01-01' || date >= '2200-01-01';

/** Days that no trekk can have: a slip of the keyboard, and beyond what dates can be reckoned with. */
export function strangeDates(what: ActContent): Violation[] {
  const dates = (value: unknown, path: readonly string[]): Violation[] => {
    if (typeof value === 'object' && value !== null) {
      return Object.entries(value).flatMap(([name, inner]) => dates(inner, [...path, name]));
    }
    const date = typeof value === 'string' ? parseIsoDate(value) : null;
    return date !== null && isStrange(date) ? [stops(null, 'UGYLDIG_DATO', path.join('.'))] : [];
  };
  return dates(what.content, []);
}
