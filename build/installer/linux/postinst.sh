#!/bin/sh
# After installing, deb and rpm alike. electron-builder fills in ${executable} and ${sanitizedProductName}.
set -e
program='/opt/${sanitizedProductName}'
ln --symbolic --force "$program/${executable}" '/usr/bin/${executable}'

# Where IT's policy goes. Root's own: the program refuses a policy that others could have written.
install --directory --mode=0755 --owner=root --group=root /etc/saksbord

# Chromium's sandbox wants user namespaces; only where the kernel has none does its helper need root's rights.
if unshare --user true 2>/dev/null || [ -e /proc/sys/kernel/apparmor_restrict_unprivileged_userns ]; then
  chmod 0755 "$program/chrome-sandbox"
else
  chmod 4755 "$program/chrome-sandbox"
fi

# Ubuntu 24 and newer let a program have user namespaces only when a profile says so. Older AppArmor cannot read it and needs none.
if command -v apparmor_parser >/dev/null && apparmor_parser --skip-kernel-load --debug "$program/resources/apparmor-profile" >/dev/null 2>&1; then
  install --mode=0644 "$program/resources/apparmor-profile" '/etc/apparmor.d/${executable}'
  apparmor_parser --replace --write-cache --skip-read-cache '/etc/apparmor.d/${executable}' 2>/dev/null || true
fi

command -v update-desktop-database >/dev/null && update-desktop-database -q /usr/share/applications || true
command -v gtk-update-icon-cache >/dev/null && gtk-update-icon-cache -q -t /usr/share/icons/hicolor || true
