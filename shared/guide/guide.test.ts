import { describe, expect, it } from 'vitest';
import { textIn } from '../text/text.ts';
import { guideCommands } from './guideCommands.ts';
import type { GuidePart } from './guideParts.ts';

const sections = (language: 'nb' | 'nn'): [string, readonly GuidePart[]][] =>
  Object.entries(textIn(language).guide.sections).map(([name, { parts }]) => [name, parts]);

/** What of a part is the same in every language: its kind, what it shows or copies, and every piece of code in its sentences. */
const bones = (part: GuidePart) => ({
  kind: typeof part === 'string' ? [] : Object.keys(part),
  ...(typeof part === 'object' && 'command' in part && { command: part.command, untried: part.untried }),
  ...(typeof part === 'object' && 'shows' in part && { shows: part.shows }),
  code: JSON.stringify(part).match(/`[^`]+`/g),
});

describe("IT's guide", () => {
  it('says the same things in both languages, in the same order', () => {
    const [nb, nn] = (['nb', 'nn'] as const).map((language) =>
      sections(language).map(([name, parts]) => [name, parts.map(bones)]),
    );
    expect(nn).toEqual(nb);
  });

  it('shows every command once', () => {
    const shown = sections('nb').flatMap(([, parts]) =>
      parts.flatMap((part) => (typeof part === 'object' && 'command' in part ? [part.command] : [])),
    );
    expect(shown.toSorted()).toEqual(Object.keys(guideCommands('1.2.3')).toSorted());
  });

  it('closes every piece of code', () => {
    const open = [...sections('nb'), ...sections('nn')].filter(
      ([, parts]) => JSON.stringify(parts).split('`').length % 2 === 0,
    );
    expect(open).toEqual([]);
  });
});
