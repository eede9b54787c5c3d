/** Words in which `oe`, `ae` or `aa` are not a written-out letter. Compared within one lower-case word of a field name. */
const plainVowels = /(boenhet|samboer|beboer|kontoeier|koeffisient|poeng|noe(?=n|$))/;
const letters: Readonly<Record<string, string>> = { ae: 'æ', oe: 'ø', aa: 'å' };

/**
 * A register's field name as readable text: camelCase is split, `ae`/`oe`/`aa` become æ/ø/å, acronyms stay (`arbeidsgiversNavn` →
 * «Arbeidsgivers navn», `erBoligsparekontoIAnnenEOESStat` → «Er boligsparekonto i annen EØS stat»).
 */
export function fieldLabel(name: string): string {
  const words = name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .split(/[\s._]+/)
    .filter((word) => word !== '')
    .map((word) =>
      /^\p{Lu}{2,}$/u.test(word) ? withLetters(word.toLowerCase()).toUpperCase() : withLetters(word.toLowerCase()),
    );
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Splitting by a capturing pattern leaves the plain words at the odd places. */
const withLetters = (word: string): string =>
  word
    .split(plainVowels)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/ae|oe|aa/g, (pair) => letters[pair] ?? pair)))
    .join('');
