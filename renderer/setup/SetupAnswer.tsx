import { addDays, formatDate, formatInstant } from '../../shared/dates.ts';
import { formatOrganisationNumber } from '../../shared/identity/organisationNumber.ts';
import type { ConnectionTest, SetupStatus } from '../../shared/ipc/setupCalls.ts';
import { errorForIt } from '../../shared/text/errorSentence.ts';
import type { Text } from '../../shared/text/text.ts';
import { useText } from '../app/SessionContext.tsx';
import { StatusPanel, type Tone } from '../ui/StatusPanel.tsx';
import { chooseFileId } from './CertificateCard.tsx';
import { settingsFieldIds } from './settingsForm.ts';
import type { MissingPart, SetupState } from './setupState.ts';

/** Where each missing part is put in. */
const places: Record<MissingPart, string> = {
  municipality: settingsFieldIds.municipality,
  orgNumber: settingsFieldIds.orgNumber,
  clientId: settingsFieldIds.clientId,
  identity: chooseFileId,
};

const tones: Record<SetupState['verdict'], Tone> = {
  unusable: 'stop',
  missing: 'judge',
  otherOrganisation: 'stop',
  expired: 'stop',
  connectionFails: 'stop',
  expiresSoon: 'judge',
  ready: 'good',
};

interface Props {
  readonly status: SetupStatus;
  readonly state: SetupState;
  readonly connection: ConnectionTest | null;
}

/** The answer first: can this PC fetch anything, and if not, what is missing. */
export function SetupAnswer({ status, state, connection }: Props) {
  const text = useText();
  const { answer } = text.setup;
  return (
    <StatusPanel tone={tones[state.verdict]} title={titleOf(state, text)}>
      <ul>
        {state.verdict === 'missing'
          ? state.parts.map((part) => (
              <li key={part}>
                {answer.missingParts[part]}.{' '}
                <button type="button" className="text-button" onClick={() => goTo(places[part])}>
                  {answer.goTo[part]}
                </button>
              </li>
            ))
          : sentencesOf(status, state, connection, text).map((sentence) => <li key={sentence}>{sentence}</li>)}
      </ul>
    </StatusPanel>
  );
}

const goTo = (id: string): void => document.getElementById(id)?.focus();

function titleOf(state: SetupState, { setup: { answer } }: Text): string {
  return state.verdict === 'expiresSoon' ? answer.expiresIn(state.days) : answer[state.verdict];
}

function sentencesOf(
  { identity, settings }: SetupStatus,
  state: SetupState,
  connection: ConnectionTest | null,
  text: Text,
): string[] {
  const { answer } = text.setup;
  const ownKey = identity.mode === 'ownKey';
  const tested = connection === null ? answer.notTested : answer.tested(formatInstant(connection.at));
  switch (state.verdict) {
    case 'missing':
      return [];
    case 'unusable':
      return identity.mode === 'unusable' ? [errorForIt(text, identity.error)] : [];
    case 'otherOrganisation':
      return [
        answer.otherOrganisationWhy(
          formatOrganisationNumber(state.certificate),
          formatOrganisationNumber(settings.orgNumber),
        ),
      ];
    case 'connectionFails':
      return [answer.failed(state.failed)];
    case 'expired': {
      const gone = formatDate(ownKey ? addDays(state.validTo, 1) : state.validTo);
      return ownKey
        ? [answer.ownKeyExpired(gone), answer.renewOwnKey]
        : [answer.certificateExpired(gone), answer.renewCertificate];
    }
    case 'expiresSoon':
    case 'ready': {
      const until = ownKey
        ? answer.ownKeyUntil(formatDate(addDays(state.validTo, 1)))
        : answer.certificateUntil(formatDate(state.validTo));
      if (state.verdict === 'ready') return [until, tested];
      return [until, ownKey ? answer.renewOwnKey : answer.renewCertificate, tested];
    }
  }
}
