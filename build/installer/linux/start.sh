#!/bin/sh
# Starts the program, unless its files are not the ones that were built: on Linux, Electron does not check its own archive.
set -u
folder=$(dirname "$(readlink -f "$0")")
refuse() {
  echo "@executable@: $1 Programmet startes ikke. Kontakt IT." >&2
  logger --tag @executable@ "refused to start: $1" 2>/dev/null
  exit 70
}
cd "$folder/resources" 2>/dev/null || refuse 'Programmet er ikke fullstendig installert.'
openssl pkeyutl -verify -pubin -inkey ../seal.pem -rawin -in seal -sigfile seal.sig >/dev/null 2>&1 ||
  refuse 'Seglet på programfilene er ikke ekte.'
sha256sum --check --strict --status seal 2>/dev/null || refuse 'Programfilene er endret.'
cd "${OLDPWD:-/}" || cd /
exec "$folder/@executable@-bin" "$@"
