const spelled: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa' };

/** A heading or word to compare: small letters only, æ, ø and å spelled out. `Fødselsnr.` → `foedselsnr`. */
export const lettersOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[æøå]/g, (letter) => spelled[letter] ?? '')
    .replace(/[^a-z]/g, '');
