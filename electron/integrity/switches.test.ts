import { expect, it } from 'vitest';
import { refusedSwitch } from './switches.ts';

it.each([
  [[]],
  [['--training']],
  [['--smoke', '--force-device-scale-factor=1.5']],
  [['some text from a file manager']],
])('takes %j', (args) => {
  expect(refusedSwitch(args, 'linux')).toBeNull();
});

it.each([
  ['--remote-debugging-port=9222', '--remote-debugging-port'],
  ['-remote-debugging-port=9222', '-remote-debugging-port'],
  ['--remote-debugging-pipe', '--remote-debugging-pipe'],
  ['--inspect', '--inspect'],
  ['--inspect-brk=0.0.0.0:9229', '--inspect-brk'],
  ['--no-sandbox', '--no-sandbox'],
  ['--ignore-certificate-errors', '--ignore-certificate-errors'],
  ['--js-flags=--expose-gc', '--js-flags'],
  ['--user-data-dir=/tmp/x', '--user-data-dir'],
  ['--training-', '--training-'],
  ['--TRAINING', '--TRAINING'],
  ['--', '--'],
])('refuses %s', (argument, named) => {
  expect(refusedSwitch(['--training', argument], 'linux')).toBe(named);
});

it('knows the slash of Windows, which is a path elsewhere', () => {
  expect(refusedSwitch(['/remote-debugging-port=1'], 'win32')).toBe('/remote-debugging-port');
  expect(refusedSwitch(['/home/kari/liste.csv'], 'linux')).toBeNull();
});
