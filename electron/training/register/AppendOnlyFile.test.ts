import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { AppendOnlyFile } from './AppendOnlyFile.ts';

const folder = mkdtempSync(join(tmpdir(), 'saksbord-append-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('what was added is there the next time, in order', () => {
  const path = join(folder, 'order');
  const file = new AppendOnlyFile(path);
  expect(file.lines).toEqual([]);
  file.append(['én', 'to']);
  file.append(['tre']);
  file.close();
  const again = new AppendOnlyFile(path);
  expect(again.lines).toEqual(['én', 'to', 'tre']);
  again.append(['fire']);
  again.close();
  expect(readFileSync(path, 'utf8')).toBe('én\nto\ntre\nfire\n');
});

test('a line that was cut off is removed, and what comes after stands alone', () => {
  const path = join(folder, 'cut');
  const file = new AppendOnlyFile(path);
  file.append(['hel']);
  file.close();
  appendFileSync(path, 'ha');
  const again = new AppendOnlyFile(path);
  expect(again.lines).toEqual(['hel']);
  again.append(['ny']);
  again.close();
  expect(readFileSync(path, 'utf8')).toBe('hel\nny\n');
});

test('when there is no room for all of it, nothing of it is kept, and it throws', () => {
  const path = join(folder, 'full');
  const script = `
    const { AppendOnlyFile } = await import(${JSON.stringify(join(import.meta.dirname, 'AppendOnlyFile.ts'))});
    const file = new AppendOnlyFile(${JSON.stringify(path)});
    for (const length of [600, 600, 100])
      try { file.append(['x'.repeat(length)]); console.log('kept'); } catch (error) { console.log(error.code); }`;
  // 1024 bytes a file, and an error instead of the signal
  const limited = ['-c', 'trap "" XFSZ; ulimit -f 1; exec "$0" --input-type=module -e "$1"', process.execPath, script];
  const { stdout } = spawnSync('bash', limited, { encoding: 'utf8' });
  expect(stdout.split('\n').slice(0, -1)).toEqual(['kept', 'EFBIG', 'kept']);
  expect(new AppendOnlyFile(path).lines.map(({ length }) => length)).toEqual([600, 100]);
});
