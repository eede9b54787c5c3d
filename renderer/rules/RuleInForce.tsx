import { formatDate, type IsoDate } from '../../shared/dates.ts';
import { formatKroner } from '../../shared/money.ts';
import type { HousingRule } from '../../shared/rules/housingRule.ts';
import { ruleOn } from '../../shared/rules/housingRules.ts';
import { grunnbeloepOn, mayDecide } from '../../shared/rules/rates.ts';
import type { Environment } from '../../shared/session.ts';
import type { Text } from '../../shared/text/text.ts';
import { useSession, useText } from '../app/SessionContext.tsx';
import { StatusPanel, type Tone } from '../ui/StatusPanel.tsx';

/** The answer first: can a case be decided today, and by which rule and G. */
export function RuleInForce({ rules }: { rules: readonly HousingRule[] }) {
  const text = useText();
  const { today, environment } = useSession();
  const { tone, title, why } = answerOn(rules, today, environment, text);
  return (
    <StatusPanel tone={tone} title={title}>
      <ul>
        <li>{why}</li>
        {gSentences(today, text).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </StatusPanel>
  );
}

interface Answer {
  readonly tone: Tone;
  readonly title: string;
  readonly why: string;
}

function answerOn(rules: readonly HousingRule[], today: IsoDate, environment: Environment, text: Text): Answer {
  const { answer, versions } = text.rules;
  const found = ruleOn(rules, today);
  if (!found.ok) return { tone: 'stop', title: answer.none[found.error], why: answer.noneWhy[found.error] };
  const { ruleId, version, confidence } = found.value;
  const name = versions.name(ruleId, version);
  return mayDecide(confidence, environment)
    ? { tone: 'good', title: answer.inForce, why: answer.inForceWhy(name) }
    : {
        tone: 'stop',
        title: answer.mayNotDecide,
        why: answer.mayNotDecideWhy(name, text.assessment.confidences[confidence]),
      };
}

function gSentences(today: IsoDate, { rules: { answer } }: Text): string[] {
  const rate = grunnbeloepOn(today);
  if (!rate.ok) return [answer.gMissing];
  const { g, newIsDue } = rate.value;
  const sentence = answer.g(formatKroner(g.amount), formatDate(g.validFrom));
  return newIsDue ? [sentence, answer.gDue] : [sentence];
}
