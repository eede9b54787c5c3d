import type { Reason, ReasonCode } from '../../../shared/housing/assessment.ts';
import { strongestFirst } from '../../../shared/housing/conclude.ts';
import { basisInSentence, reasonSentence, type SentenceContext } from '../../../shared/text/assessmentSentences.ts';

/** The notice above the evidence says that the bases disagree; the panel's first line says what the officer has chosen. */
const SAID_ELSEWHERE: readonly ReasonCode[] = ['bases-disagree', 'chosen-basis', 'chosen-outcome'];

/** The reasons as sentences for the answer panel, what settles the outcome first; bases with the same verdict share one sentence. */
export function panelReasons(context: SentenceContext, reasons: readonly Reason[]): string[] {
  const { assessment } = context.text;
  const ordered = strongestFirst(reasons).filter(({ code }) => !SAID_ELSEWHERE.includes(code));
  const together = (code: 'within-basis' | 'over-basis', several: (bases: string) => string): string[] => {
    const own = ordered.filter((reason) => reason.code === code);
    const [only] = own;
    if (own.length < 2) return only ? [reasonSentence(context, only)] : [];
    const names = own.map(({ basis }) => (basis ? basisInSentence(context, basis) : ''));
    return [several(`${names.slice(0, -1).join(', ')} ${context.text.app.words.and} ${names.at(-1)}`)];
  };
  const sentences = ordered.flatMap(({ code }, index): string[] => {
    const first = ordered.findIndex((reason) => reason.code === code) === index;
    const reason = ordered[index];
    if (code === 'within-basis') return first ? together(code, assessment.withinOnSeveral) : [];
    if (code === 'over-basis') return first ? together(code, assessment.overOnSeveral) : [];
    return reason ? [reasonSentence(context, reason)] : [];
  });
  return [...new Set(sentences)];
}
