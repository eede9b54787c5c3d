#!/bin/sh
# An older version cannot read what a newer one has stored, so it does not replace it. To go back: remove the package, then install the older one.
set -e
if [ "$1" = upgrade ] && dpkg --compare-versions "$2" gt '@version@'; then
  echo "@executable@: $2 is installed; it is not replaced by the older @version@." >&2
  exit 1
fi
