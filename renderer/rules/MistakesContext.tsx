import { createContext, use } from 'react';
import type { Mistake } from '../ui/Mistakes.tsx';
import { fieldIdOf } from './ruleForm.ts';

/** What is wrong in the form, once someone has tried to save it. */
export const MistakesContext = createContext<readonly Mistake[]>([]);

/** The sentence about one field, named as in the rule file; undefined when nothing is wrong with it. */
export function useMistake(): (field: string) => string | undefined {
  const mistakes = use(MistakesContext);
  return (field) => mistakes.find(({ fieldId }) => fieldId === fieldIdOf(field))?.sentence;
}
