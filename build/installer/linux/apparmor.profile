abi <abi/4.0>,
include <tunables/global>

# Lets Chromium's sandbox have the user namespaces it is made of; restricts nothing else.
profile "${executable}" "/opt/${sanitizedProductName}/${executable}-bin" flags=(unconfined) {
  userns,
  include if exists <local/${executable}>
}
