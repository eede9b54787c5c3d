/** The lines of the guide that IT copies: the same in both languages. `version`: of the packages they name, such as `0.1.0`. */
export const guideCommands = (version: string) => ({
  aptSource: `sudo install -m 0644 saksbord-key.asc /usr/share/keyrings/saksbord.asc
echo 'deb [signed-by=/usr/share/keyrings/saksbord.asc] https://saksbord.fjellvik.example/apt ./' | sudo tee /etc/apt/sources.list.d/saksbord.list`,
  aptInstall: 'sudo apt-get update && sudo apt-get install --yes saksbord',
  debInstall: `sudo apt-get install --yes ./saksbord-${version}-linux-amd64.deb`,
  dnfInstall: `sudo rpm --import saksbord-key.asc
rpm --checksig saksbord-${version}-linux-x86_64.rpm
sudo dnf install --assumeyes ./saksbord-${version}-linux-x86_64.rpm`,
  msiInstall: `msiexec /i saksbord-${version}-win-x64.msi /qn /norestart`,
  exeInstall: `saksbord-${version}-win-x64.exe /S`,
  policyFolder: `sudo install -d -m 0755 -o root -g root /etc/saksbord
sudo install -m 0644 -o root -g root policy.json /etc/saksbord/policy.json`,
  policyFolderWindows:
    'icacls C:\\ProgramData\\Saksbord /inheritance:r /grant *S-1-5-18:(OI)(CI)F /grant *S-1-5-32-544:(OI)(CI)F /grant *S-1-5-32-545:(OI)(CI)RX',
  trustStore: `mkdir -p ~/.pki/nssdb
[ -f ~/.pki/nssdb/cert9.db ] || certutil -d sql:$HOME/.pki/nssdb -N --empty-password
certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n kommunens-ca -i kommunens-ca.pem`,
  copyFolder: `rsync -a --exclude 'latest*' NY/ MAPPE/
rsync -a NY/latest*.yml MAPPE/
rsync -a NY/latest*.yml.sig MAPPE/`,
  staging: 'npm run release -- feed publish --staging 10',
  rollback: `sudo apt-get remove --yes saksbord
sudo apt-get install --yes ./saksbord-${version}-linux-amd64.deb
sudo apt-mark hold saksbord`,
  diagnose: 'saksbord --diagnose',
  diagnoseWindows:
    "Start-Process 'C:\\Program Files\\Saksbord\\Saksbord.exe' --diagnose -Wait -RedirectStandardOutput diagnose.json",
  smoke: 'saksbord --smoke',
  training: 'saksbord --training',
  debRemove: 'sudo apt-get remove --yes saksbord',
  debPurge: 'sudo apt-get purge --yes saksbord',
  rpmRemove: 'sudo dnf remove --assumeyes saksbord',
  msiRemove: `msiexec /x saksbord-${version}-win-x64.msi /qn /norestart`,
  exeRemove: '"C:\\Program Files\\Saksbord\\Uninstall Saksbord.exe" /S',
  forget: `rm -rf ~/.config/Saksbord ~/.cache/saksbord-updater
secret-tool clear service Saksbord`,
  checkSums: `gpg --import saksbord-key.asc
gpg --verify SHA512SUMS.asc SHA512SUMS
sha512sum --check --ignore-missing SHA512SUMS`,
  checkOne: `gpg --verify saksbord-${version}-linux-amd64.deb.asc saksbord-${version}-linux-amd64.deb`,
  checkInstalled: `dpkg --verify saksbord
cmp /opt/Saksbord/seal.pem saksbord-seal.pem`,
  fingerprints: `gpg --show-keys saksbord-key.asc
sha256sum saksbord-seal.pem`,
  verifyArtifact: `npm run verify:artifact -- saksbord-${version}-linux-amd64.deb --key saksbord-key.asc --seal saksbord-seal.pem`,
  authenticode: `Get-AuthenticodeSignature saksbord-${version}-win-x64.msi | Format-List`,
});
export type GuideCommand = keyof ReturnType<typeof guideCommands>;
