import { ExclamationmarkTriangleIcon } from '@navikt/aksel-icons';
import type { Assessment } from '../../../shared/housing/assessment.ts';
import { basisInSentence, type SentenceContext } from '../../../shared/text/assessmentSentences.ts';
import { formatPercent } from '../../../shared/text/formatPercent.ts';

/** Says that the bases give different answers, or that months and year lie far apart. Nothing when they agree. */
export function Disagreement({ assessment, context }: { assessment: Assessment; context: SentenceContext }) {
  const { disagree } = context.text.assessment;
  const { bases, deviation, deviationFlagged, reasons } = assessment;
  const disagreeing = reasons.some(({ code }) => code === 'bases-disagree');
  if (!disagreeing && !deviationFlagged) return null;

  const windows = bases.filter(({ basis }) => basis !== 'year');
  const year = bases.find(({ basis }) => basis === 'year');
  const window = windows.find(({ verdict }) => verdict !== year?.verdict && verdict !== 'unknown');
  const percent = deviation === null ? '' : formatPercent(Math.abs(deviation));

  if (disagreeing && window && year && year.verdict !== 'unknown' && deviation !== null) {
    const name = basisInSentence(context, window.basis);
    const sentence = deviation < 0 ? disagree.below : disagree.above;
    const words = sentence(name.charAt(0).toUpperCase() + name.slice(1), percent, String(year.year ?? ''));
    return <Notice title={disagree.title}>{words}</Notice>;
  }
  if (disagreeing) return <Notice title={disagree.windowsTitle}>{disagree.windows}</Notice>;
  return <Notice title="">{disagree.flagged(deviation === null ? '–' : formatPercent(deviation))}</Notice>;
}

function Notice({ title, children }: { title: string; children: string }) {
  return (
    <section className="notice">
      <ExclamationmarkTriangleIcon aria-hidden />
      <p>
        {title && <strong>{title}</strong>} {children}
      </p>
    </section>
  );
}
