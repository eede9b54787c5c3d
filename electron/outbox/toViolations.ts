import { fieldOf } from '../../shared/utlegg/fieldOf.ts';
import type { Violation } from '../../shared/utlegg/trekk.ts';
import type { Feil } from '../skatteetaten/errorsOfSkatteetaten.ts';

/** The rules that the authority says are broken, each at the field it is about. Its own text is kept for those we have no sentence for. */
export const toViolations = ({ avvik }: Feil): Violation[] =>
  avvik.map(({ vilkaarnavn, avvikstekst, felt }) => ({
    rule: null,
    level: 'error',
    code: vilkaarnavn,
    field: fieldOf(felt),
    text: avvikstekst || null,
  }));
