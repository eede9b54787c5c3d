import type { GuideCommand } from './guideCommands.ts';

/** A piece of the guide. In sentences, what stands between backticks is code. */
export type GuidePart =
  | string
  | { readonly list: readonly string[] }
  | { readonly steps: readonly string[] }
  /** Name and what is to be said of it, in two columns. */
  | { readonly facts: readonly (readonly [name: string, said: string])[] }
  /** `untried`: nobody has run this line where the program is made. */
  | { readonly command: GuideCommand; readonly label: string; readonly untried?: true }
  /** What is taken from elsewhere, so that the guide can't say anything else than the program does. */
  | { readonly shows: 'hosts' | 'policy-example' | 'policy-fields' | 'update-refusals' | 'diagnosis' };

export interface GuideSection {
  readonly title: string;
  readonly parts: readonly GuidePart[];
}
