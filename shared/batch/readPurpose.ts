import type { DebtorPurpose } from '../garnishment/debtorCase.ts';
import { lettersOf } from './lettersOf.ts';

/** What lists call the purposes: our own words in both målformer, and the usual short ones. */
const words: Readonly<Record<DebtorPurpose, readonly string[]>> = {
  utleggstrekk: ['utleggstrekk', 'trekk', 'paaleggstrekk', 'loennstrekk'],
  pantEllerTrekk: ['pantellertrekk', 'utleggspantellertrekk', 'pant', 'utleggspant', 'utlegg'],
  regulering: ['regulering', 'reguleringavtrekk', 'endring', 'endringavtrekk'],
  veiledning: ['veiledning', 'veiledningomtrekk', 'rettleiing', 'rettleiingomtrekk', 'rettleiding'],
};

const byWord: ReadonlyMap<string, DebtorPurpose> = new Map(
  Object.entries(words).flatMap(([purpose, all]) => all.map((word) => [word, purpose as DebtorPurpose] as const)),
);

/** The purpose that a cell names, however it is spaced and capitalised; null when it is none we know. */
export const readPurpose = (text: string): DebtorPurpose | null => byWord.get(lettersOf(text)) ?? null;
