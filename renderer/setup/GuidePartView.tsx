import { Tag } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { authorityHosts } from '../../shared/guide/authorityHosts.ts';
import { guideCommands } from '../../shared/guide/guideCommands.ts';
import type { GuidePart } from '../../shared/guide/guideParts.ts';
import { exampleAt, policyExample } from '../../shared/guide/policyExample.ts';
import { updateRefusals } from '../../shared/guide/updateRefusals.ts';
import { errorForCaseworker, errorForIt } from '../../shared/text/errorSentence.ts';
import { useSession, useText } from '../app/SessionContext.tsx';
import { CopyText } from '../ui/CopyText.tsx';
import { ScrollArea } from '../ui/ScrollArea.tsx';

/** One piece of IT's guide. */
export function GuidePartView({ part }: { part: GuidePart }) {
  const { guide } = useText();
  const { version } = useSession();
  if (typeof part === 'string') return <p>{withCode(part)}</p>;
  if ('list' in part) return <ul className="plain-list">{items(part.list)}</ul>;
  if ('steps' in part) return <ol className="how">{items(part.steps)}</ol>;
  if ('facts' in part) return <Facts facts={part.facts} />;
  if ('shows' in part) return <Shown what={part.shows} />;
  return (
    <Copyable text={guideCommands(version)[part.command]} label={part.label} note={part.untried && guide.untried} />
  );
}

function Shown({ what }: { what: Extract<GuidePart, { shows: unknown }>['shows'] }) {
  const { guide } = useText();
  switch (what) {
    case 'hosts':
      return (
        <>
          {(['production', 'test'] as const).map((environment) => (
            <Copyable
              key={environment}
              text={authorityHosts[environment].join('\n')}
              label={guide.environments[environment]}
            />
          ))}
        </>
      );
    case 'policy-example':
      return <Copyable text={policyExample.trimEnd()} label={guide.policy.copyExample} />;
    case 'policy-fields':
      return <PolicyFields />;
    case 'update-refusals':
      return <UpdateRefusals />;
    case 'diagnosis':
      return <Facts facts={Object.entries(guide.diagnosis).map(([name, said]) => [`\`${name}\``, said])} />;
  }
}

function PolicyFields() {
  const { caption, heads, fields, required } = useText().guide.policy;
  return (
    <ScrollArea label={caption}>
      <table className="figures guide-table">
        <thead>
          <tr>
            {Object.values(heads).map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(fields).map(([place, { meaning, leftOut }]) => (
            <tr key={place}>
              <th scope="row">
                <code>{place}</code>
              </th>
              <td>{withCode(meaning)}</td>
              <td>{withCode(leftOut ?? required)}</td>
              <td>
                <code>{exampleAt(place)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function UpdateRefusals() {
  const text = useText();
  const { caption, shown, cause } = text.guide.refusals;
  return (
    <ScrollArea label={caption}>
      <table className="figures guide-table">
        <thead>
          <tr>
            <th scope="col">{shown}</th>
            <th scope="col">{cause}</th>
          </tr>
        </thead>
        <tbody>
          {updateRefusals.map((code) => (
            <tr key={code}>
              <td>{errorForCaseworker(text, { code })}</td>
              <td>{errorForIt(text, { code })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

const Facts = ({ facts }: { facts: readonly (readonly [string, string])[] }) => (
  <dl className="facts guide-facts">
    {facts.map(([name, said]) => (
      <div key={name}>
        <dt>{withCode(name)}</dt>
        <dd>{withCode(said)}</dd>
      </div>
    ))}
  </dl>
);

interface CopyableProps {
  readonly text: string;
  readonly label: string;
  readonly note?: string | undefined;
}

/** Lines to be typed or put into a file, with what they are for. */
function Copyable({ text, label, note }: CopyableProps) {
  const { guide } = useText();
  return (
    <figure className="guide-command">
      <figcaption>
        <span>{capitalised(label)}</span>
        {note && (
          <Tag size="xsmall" variant="warning">
            {note}
          </Tag>
        )}
        <CopyText text={text} label={guide.copy(label)} />
      </figcaption>
      <pre>{text}</pre>
    </figure>
  );
}

const items = (sentences: readonly string[]): ReactNode =>
  sentences.map((sentence) => <li key={sentence}>{withCode(sentence)}</li>);

/** What stands between backticks, as code. */
function withCode(sentence: string): ReactNode {
  const [plain, code, ...rest] = sentence.split('`');
  if (code === undefined) return plain;
  return (
    <>
      {plain}
      <code>{code}</code>
      {withCode(rest.join('`'))}
    </>
  );
}

const capitalised = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1);
