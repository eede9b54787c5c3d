/** What may be given to a release: our own switches, and what a person needs to see the window on their screen. */
const ALLOWED = [
  'training',
  'diagnose',
  'smoke',
  'force-device-scale-factor',
  'ozone-platform-hint',
  'force-high-contrast',
];

/**
 * The first switch that a release does not take, or null. A list of what is allowed: Chromium has hundreds of others, some of which let a debugger
 * in, send its traffic elsewhere or load somebody else's code. Chromium takes one hyphen for two, and on Windows a slash.
 * @param args what came after the program's own name
 */
export function refusedSwitch(args: readonly string[], platform: NodeJS.Platform): string | null {
  const looksLikeSwitch = platform === 'win32' ? /^[-/]/ : /^-/;
  const refused = args.find((argument) => {
    const name = /^--([a-z-]+)(=.*)?$/s.exec(argument)?.[1];
    return looksLikeSwitch.test(argument) && (name === undefined || !ALLOWED.includes(name));
  });
  return refused === undefined ? null : (refused.split('=')[0] ?? refused);
}
