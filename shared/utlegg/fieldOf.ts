/** Places in our contract's messages, and where their content is typed. `#` stands for the place in a list. */
const places: ReadonlyMap<string, string> = new Map([
  ['/innsendersReferanse', 'reference'],
  ['/beslutningsdato', 'decisionDate'],
  ['/varseldato', 'noticeDate'],
  ['/samordning', 'samordning'],
  // nobody types which rules apply: they follow from the day of the decision
  ['/samordning/regelverk', 'decisionDate'],
  ['/samordning/konklusjon', 'waiting'],
  ['/trekkpliktig', 'payer.organisationNumber'],
  ['/trekkpliktig/navn', 'payer.name'],
  ['/trekkpliktig/ytelsestype', 'payer.pays'],
  ['/trekkstoerrelseForPeriode', 'periods'],
  ['/trekkstoerrelseForPeriode/#', 'periods.#.amount'],
  ['/trekkstoerrelseForPeriode/#/startdato', 'periods.#.from'],
  ['/trekkstoerrelseForPeriode/#/sluttdato', 'periods.#.to'],
  ['/trekkstoerrelseForPeriode/#/trekkprosent', 'periods.#.percent'],
  ['/krav', 'claims'],
  ['/krav/#', 'claims.#.reference'],
  ['/krav/#/kravtype', 'claims.#.type'],
  ['/krav/#/kravdetaljer', 'claims.#.detail'],
  ['/krav/#/kravbeskrivelse', 'claims.#.description'],
  ['/krav/#/kravforfall', 'claims.#.due'],
  ['/krav/#/opprinneligBeloep', 'claims.#.original'],
  ['/krav/#/gjenstaaendeBeloep', 'claims.#.remaining'],
  ['/krav/#/prioritetDekningsloven', 'claims.#.letter'],
  ['/krav/#/prioritetISak', 'claims.#.order'],
  ['/krav/#/relatertKrav', 'claims.#.relatedTo'],
  ['/krav/#/innbetaling', 'claims.#.payments'],
  ['/krav/#/innbetaling/#', 'claims.#.payments.#.on'],
  ['/krav/#/innbetaling/#/beloep', 'claims.#.payments.#.amount'],
  ['/krav/#/rentebaerendeKrav', 'claims.#.bearsInterest'],
  ['/krav/#/rentebaerendeKrav/prioritetISakFremtidigRentekrav', 'claims.#.bearsInterest.order'],
  ['/krav/#/rentekrav', 'claims.#.interestPeriod'],
  ['/betalingsinformasjon', 'payment.account'],
  ['/betalingsinformasjon/kidnummer', 'payment.kid'],
  // a change
  ['/endringsaarsak', 'reason'],
  ['/endringsdato', 'date'],
  ['/begrunnelse', 'explanation'],
  // an end
  ['/aarsak', 'reason'],
  ['/sluttdato', 'lastDay'],
  ['/overfoertTilSaksreferanse', 'transferredTo'],
  // a decision under the new rules
  ['/beslutningsdatoTrekkEtterGammeltRegelverk', 'earlierDecisionDate'],
  ['/underskrift', 'signedBy'],
  ['/beslutning', 'document'],
  ['/kommune/kontaktinformasjon', 'contact.email'],
  ['/kommune/kontaktinformasjon/telefonnummer', 'contact.phone'],
  ['/skyldner/adresseLikFolkeregistrert', 'address'],
  ['/skyldner/ukjentBosted', 'address'],
  ['/skyldner/adresse', 'address.text'],
  ['/skyldner/adresse/postnummer', 'address.postalCode'],
  ['/skyldner/adresse/poststedsnavn', 'address.city'],
  ['/valgtNamsmannsdistrikt', 'district.name'],
  ['/valgtNamsmannsdistrikt/begrunnelse', 'district.reason'],
]);

/**
 * Where in an act's content the place is that the authority points at (`felt` of an Avvik, a JSON pointer): `/krav/1/kravforfall/forfallsdato` is
 * `claims.1.due`. The nearest place around it when nobody types the thing itself; '' (the whole) when there is none, or no pointer.
 */
export function fieldOf(pointer: string | null): string {
  const steps = (pointer ?? '').split('/').slice(1);
  for (let length = steps.length; length > 0; length -= 1) {
    const known = steps.slice(0, length);
    const place = places.get(known.map((step) => `/${isIndex(step) ? '#' : step}`).join(''));
    if (place === undefined) continue;
    const indices = known.filter(isIndex);
    return place.replaceAll('#', () => indices.shift() ?? '');
  }
  return '';
}

const isIndex = (step: string): boolean => /^\d+$/.test(step);
