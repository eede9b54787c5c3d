import { BodyShort, Heading, List } from '@navikt/ds-react';
import type { CallError } from '../../shared/ipc/errors.ts';
import { errorForCaseworker, errorForIt } from '../../shared/text/errorSentence.ts';
import type { Text } from '../../shared/text/text.ts';
import { WindowPage } from './WindowPage.tsx';

/** What stops the program from working at all, and what to do about it. May be shown before there is a session. */
export function BlockedPage({ error, text }: { error: CallError; text: Text }) {
  const { blocked, words } = text.app;
  return (
    <WindowPage>
      <Heading level="1" size="large">
        {blocked.title}
      </Heading>
      <BodyShort weight="semibold">{errorForCaseworker(text, error)}</BodyShort>
      {error.code === 'no-keychain' && (
        <>
          <Heading level="2" size="small">
            {blocked.whatToDo}
          </Heading>
          <List>
            {blocked.keychain.map((step) => (
              <List.Item key={step}>{step}</List.Item>
            ))}
          </List>
          <BodyShort>{blocked.keychainWhy}</BodyShort>
        </>
      )}
      <BodyShort>{blocked.tellIt}</BodyShort>
      <dl className="facts">
        <dt>{words.forIt}</dt>
        <dd>{errorForIt(text, error)}</dd>
        <dt>{words.reference}</dt>
        <dd>
          <code>{error.reference}</code>
        </dd>
      </dl>
    </WindowPage>
  );
}
