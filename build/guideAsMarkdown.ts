import { authorityHosts } from '../shared/guide/authorityHosts.ts';
import { guideCommands } from '../shared/guide/guideCommands.ts';
import type { GuidePart, GuideSection } from '../shared/guide/guideParts.ts';
import { exampleAt, policyExample } from '../shared/guide/policyExample.ts';
import { updateRefusals } from '../shared/guide/updateRefusals.ts';
import { errorForCaseworker, errorForIt } from '../shared/text/errorSentence.ts';
import type { Text } from '../shared/text/text.ts';

/** IT's guide as the README has it, from the words the program shows. `version`: of the packages its commands name. */
export function guideAsMarkdown(text: Text, version: string): string {
  const { guide } = text;
  const sections: GuideSection[] = Object.values(guide.sections);
  const written = sections.map(({ title, parts }) =>
    [`### ${title}`, ...parts.map((part) => markdown(part, text, version))].join('\n\n'),
  );
  return [`## ${guide.title}`, guide.intro, ...written].join('\n\n');
}

function markdown(part: GuidePart, text: Text, version: string): string {
  const { guide } = text;
  if (typeof part === 'string') return part;
  if ('list' in part) return part.list.map((item) => `- ${item}`).join('\n');
  if ('steps' in part) return part.steps.map((step, index) => `${index + 1}. ${step}`).join('\n');
  if ('facts' in part) return facts(part.facts);
  if ('shows' in part) return shown(part.shows, text);
  return block(
    `${capitalised(part.label)}${part.untried ? ` (${guide.untried.toLowerCase()})` : ''}:`,
    guideCommands(version)[part.command],
  );
}

function shown(what: Extract<GuidePart, { shows: unknown }>['shows'], text: Text): string {
  const { environments, policy, refusals, diagnosis } = text.guide;
  switch (what) {
    case 'hosts':
      return facts(
        (['production', 'test'] as const).map((name) => [
          environments[name],
          authorityHosts[name].map((host) => `\`${host}\``).join(', '),
        ]),
      );
    case 'policy-example':
      return block(`${capitalised(policy.copyExample)}:`, policyExample.trimEnd());
    case 'policy-fields':
      return table(
        Object.values(policy.heads),
        Object.entries(policy.fields).map(([place, { meaning, leftOut }]) => [
          `\`${place}\``,
          meaning,
          leftOut ?? policy.required,
          `\`${exampleAt(place)}\``,
        ]),
      );
    case 'update-refusals':
      return table(
        [refusals.shown, refusals.cause],
        updateRefusals.map((code) => [errorForCaseworker(text, { code }), errorForIt(text, { code })]),
      );
    case 'diagnosis':
      return facts(Object.entries(diagnosis).map(([name, said]) => [`\`${name}\``, said]));
  }
}

const facts = (rows: readonly (readonly [string, string])[]): string =>
  rows.map(([name, said]) => `- **${name}**: ${said}`).join('\n');

const block = (label: string, code: string): string => `${label}\n\n\`\`\`\n${code}\n\`\`\``;

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const capitalised = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1);
