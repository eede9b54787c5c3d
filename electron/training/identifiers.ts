/** Weighted sum of digits, modulo 11. */
const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11;

const FIRST = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const SECOND = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const ORGANISATION = [3, 2, 7, 6, 5, 4, 3, 2];
const ACCOUNT = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/**
 * A synthetic national identity number as Test-Norge makes them (fagregler.md 4.1): month + 80, control digits after the shift.
 * Takes the birth date and the three individual digits. Null when a control digit would be 10: that combination is never issued.
 */
export const syntheticNumber = (birthDate: string, individual: number): string | null =>
  shiftedNumber(birthDate, individual, 0);

/** A synthetic d-nummer: as above, and the day + 40. */
export const syntheticDNumber = (birthDate: string, individual: number): string | null =>
  shiftedNumber(birthDate, individual, 40);

function shiftedNumber(birthDate: string, individual: number, dayShift: number): string | null {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const date = `${String(Number(day) + dayShift).padStart(2, '0')}${Number(month) + 80}${year.slice(2)}`;
  const nine = `${date}${String(individual).padStart(3, '0')}`;
  const k1 = (11 - weighted(nine, FIRST)) % 11;
  const k2 = (11 - weighted(`${nine}${k1}`, SECOND)) % 11;
  return k1 === 10 || k2 === 10 ? null : `${nine}${k1}${k2}`;
}

/** Eleven digits with month + 80 and both control digits right. Nothing else is a person here: real-looking numbers are refused. */
export function isSyntheticNumber(text: string): boolean {
  if (!/^\d{2}(8[1-9]|9[0-2])\d{7}$/.test(text)) return false;
  return (weighted(text, FIRST) + Number(text[9])) % 11 === 0 && (weighted(text, SECOND) + Number(text[10])) % 11 === 0;
}

/** Nine digits with the right control digit (fagregler.md 4.2). */
export const isOrganisationNumber = (text: string): boolean =>
  /^\d{9}$/.test(text) && (11 - weighted(text, ORGANISATION)) % 11 === Number(text[8]);

/** A synthetic organisation number from eight digits that begin with 2 or 3. Throws when its control digit would be 10: choose others. */
export function organisationNumber(eight: string): string {
  const control = (11 - weighted(eight, ORGANISATION)) % 11;
  if (!/^[23]\d{7}$/.test(eight) || control === 10)
    throw new RangeError(`no synthetic organisation number from ${eight}`);
  return `${eight}${control}`;
}

/** A bank account number from ten digits; null when its control digit would be 10. */
export function accountNumber(ten: string): string | null {
  const control = (11 - weighted(ten, ACCOUNT)) % 11;
  return control === 10 ? null : `${ten}${control}`;
}

/** Eleven digits with the right control digit. */
export const isAccountNumber = (text: string): boolean =>
  /^\d{11}$/.test(text) && accountNumber(text.slice(0, 10)) === text;

/** A KID whose last place is its control digit, modulo 10 or modulo 11 (there `-` stands for 10): which of them the creditor has agreed with the bank. */
export function isKid(text: string): boolean {
  if (!/^\d{1,24}[\d-]$/.test(text)) return false;
  const digits = [...text.slice(0, -1)].map(Number).reverse();
  const doubled = digits.map((digit, index) => (index % 2 === 0 ? digit * 2 : digit));
  const byTen = doubled.reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0) % 10;
  const byEleven = digits.reduce((sum, digit, index) => sum + digit * (2 + (index % 6)), 0) % 11;
  const control = text.at(-1) === '-' ? 10 : Number(text.at(-1));
  return control === (10 - byTen) % 10 || control === (11 - byEleven) % 11;
}
