import type { CertificateFacts, CertificateVerdict, Pkcs12Problem, ProposalReason } from '../../certificate/facts.ts';

/** What the program says about a certificate file, and the small window that asks for its password. */
export const certificate = {
  passwordWindow: {
    title: 'Passord til sertifikatfilen',
    label: 'Passord',
    open: 'Åpne filen',
    cancel: 'Avbryt',
  },
  problems: {
    'not-a-pkcs12': 'Filen er ikke en sertifikatfil (.p12 eller .pfx).',
    'pkcs12-not-supported': 'Filen er kryptert på en måte Saksbord ikke kan åpne. Be utstederen om en ny fil.',
    'wrong-password': 'Passordet passer ikke til filen.',
    'no-private-key': 'Filen har ingen privat nøkkel. Bruk filen som ble laget ved bestillingen.',
    'key-not-rsa': 'Nøkkelen i filen er ikke RSA, og Maskinporten godtar bare RSA.',
    'no-certificate-for-key': 'Filen har ingen sertifikat som hører til nøkkelen.',
  } satisfies Record<Pkcs12Problem, string>,
  refusals: {
    'key-does-not-match': 'Nøkkelen hører ikke til sertifikatet.',
    'key-too-small': 'Nøkkelen er for kort. Den må være minst 2048 biter.',
    'key-too-large': 'Nøkkelen er for lang for nøkkelringen. Bruk høyst 4096 biter.',
    'key-use-not-stated': 'Sertifikatet sier ikke hva nøkkelen kan brukes til.',
    'no-organisation-number': 'Sertifikatet har ikke noe organisasjonsnummer. Det må være et virksomhetssertifikat.',
    'organisation-numbers-differ': 'Sertifikatet har to ulike organisasjonsnummer.',
    'organisation-number-invalid': 'Organisasjonsnummeret i sertifikatet er ikke gyldig.',
    'other-organisation': 'Sertifikatet tilhører et annet organisasjonsnummer enn kommunens.',
    'not-yet-valid': 'Sertifikatet er ikke begynt å gjelde.',
    expired: 'Sertifikatet er utløpt.',
    'issuer-unknown': 'Utstederen er ikke blant dem Maskinporten godtar.',
    'issuer-signature-invalid': 'Signaturen fra utstederen stemmer ikke. Filen kan være endret.',
    'test-certificate-in-production': 'Dette er et testsertifikat. Det kan ikke brukes i produksjon.',
    'production-certificate-in-test': 'Dette er et produksjonssertifikat. Det kan ikke brukes i test.',
    'training-certificate-outside-training': 'Dette er et øvingssertifikat. Det kan bare brukes i opplæringen.',
    'real-certificate-in-training': 'Bruk øvingssertifikatene i opplæringen, ikke kommunens eget.',
    'encryption-only': 'Dette er krypteringsdelen. Velg autentiseringsdelen.',
    'is-a-ca': 'Dette er utstederens sertifikat, ikke kommunens.',
    'unknown-critical-extension': 'Sertifikatet stiller et krav som Saksbord ikke kjenner.',
  } satisfies Record<CertificateVerdict['refusals'][number], string>,
  warnings: {
    'signing-only': 'Dette er signeringsdelen. Maskinporten vil helst ha autentiseringsdelen.',
    'expires-soon': 'Sertifikatet går snart ut.',
  } satisfies Record<CertificateVerdict['warnings'][number], string>,
  proposed: {
    'only-certificate': 'Foreslått: det eneste sertifikatet i filen.',
    'only-usable': 'Foreslått: det eneste i filen som kan brukes.',
    'made-for-authentication': 'Foreslått: laget for autentisering.',
    'valid-longest': 'Foreslått: gjelder lengst av dem som kan brukes.',
    'signing-only': 'Foreslått: filen har ingen autentiseringsdel.',
  } satisfies Record<ProposalReason, string>,
  uses: {
    authentication: 'autentisering',
    signing: 'signering',
    encryption: 'kryptering',
    other: 'annet',
  } satisfies Record<CertificateFacts['use'], string>,
  issuedFor: {
    production: 'produksjon',
    test: 'test',
    training: 'opplæring',
    unknown: 'ukjent',
  } satisfies Record<CertificateFacts['issuedFor'], string>,
};
