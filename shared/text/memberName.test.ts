import { expect, it } from 'vitest';
import { memberName } from './memberName.ts';
import { textIn } from './text.ts';

const members = [
  { id: 'a', role: 'soeker' },
  { id: 'b', role: 'barn' },
  { id: 'c', role: 'barn' },
] as const;

it('is the role, numbered where several have it, in the reader’s language', () => {
  expect(members.map(({ id }) => memberName(textIn('nb'), members, id))).toEqual(['Søker', 'Barn 1', 'Barn 2']);
  expect(memberName(textIn('nn'), members, 'a')).toBe('Søkjar');
});

it('is empty for someone who is not in the household', () => {
  expect(memberName(textIn('nb'), members, undefined)).toBe('');
  expect(memberName(textIn('nb'), members, 'x')).toBe('');
});
