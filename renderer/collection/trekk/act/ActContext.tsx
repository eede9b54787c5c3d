import { createContext, use } from 'react';
import type { ActValues } from './actForm.ts';
import { type Problem, sentenceAt } from './problems.ts';

interface ActForm {
  readonly values: ActValues;
  readonly problems: readonly Problem[];
  readonly change: (patch: Partial<ActValues>) => void;
}

export const ActContext = createContext<ActForm | null>(null);

/** The act that is being typed: its fields, what is wrong with them, and how to change them. Only below `ActForm`. */
export function useAct(): ActForm & { readonly wrong: (path: string) => string | undefined } {
  const form = use(ActContext);
  if (!form) throw new Error('no act around this component');
  return { ...form, wrong: (path) => sentenceAt(form.problems, path) };
}
