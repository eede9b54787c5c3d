/** Names the firewall must let through on port 443, by environment. The program asks no other authorities. */
export const authorityHosts = {
  production: [
    'maskinporten.no',
    'inntekt.api.skatteetaten.no',
    'summertskattegrunnlag.api.skatteetaten.no',
    'sistetilgjengeligeskatteoppgjoer.api.skatteetaten.no',
    'api.skatteetaten.no',
  ],
  test: [
    'test.maskinporten.no',
    'inntekt.api.skatteetaten-test.no',
    'summertskattegrunnlag.api.skatteetaten-test.no',
    'sistetilgjengeligeskatteoppgjoer.api.skatteetaten-test.no',
    'api-test.sits.no',
  ],
} as const;
