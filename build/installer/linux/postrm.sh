#!/bin/sh
# After removing, deb and rpm alike ($1: remove or purge from dpkg, 0 from rpm; an upgrade keeps everything). What users have stored is never touched.
set -e
case "$1" in
remove | 0)
  rm -f '/usr/bin/${executable}'
  if [ -f '/etc/apparmor.d/${executable}' ]; then
    apparmor_parser --remove '/etc/apparmor.d/${executable}' 2>/dev/null || true
    rm -f '/etc/apparmor.d/${executable}'
  fi
  command -v update-desktop-database >/dev/null && update-desktop-database -q /usr/share/applications || true
  rmdir --ignore-fail-on-non-empty /etc/saksbord 2>/dev/null || true
  ;;
purge)
  # The policy belongs to the real program; its test build leaves it alone.
  [ '${executable}' != saksbord ] || rm -f /etc/saksbord/policy.json
  rmdir --ignore-fail-on-non-empty /etc/saksbord 2>/dev/null || true
  ;;
esac
