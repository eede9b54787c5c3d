import { BodyShort, Button } from '@navikt/ds-react';
import { useRef, useState } from 'react';
import { formatInstant } from '../../shared/dates.ts';
import type { IdentityStatus } from '../../shared/ipc/setupCalls.ts';
import { useText } from '../app/SessionContext.tsx';
import { useOpenCertificate } from '../data/setup.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Card } from '../ui/Card.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { Candidates, type OpenedFile } from './Candidates.tsx';
import { CertificateFactsList } from './CertificateFactsList.tsx';
import { RemoveIdentity } from './RemoveIdentity.tsx';

/** The button that the answer panel leads to when nothing is kept. */
export const chooseFileId = 'choose-certificate';

interface Props {
  readonly identity: IdentityStatus;
  /** Choosing a file is what the set-up waits for. */
  readonly primary: boolean;
}

/** The virksomhetssertifikat: what is kept now, and another one out of a file. */
export function CertificateCard({ identity, primary }: Props) {
  const { setup } = useText();
  const words = setup.certificate;
  const announce = useAnnounce();
  const opening = useOpenCertificate();
  const [file, setFile] = useState<OpenedFile | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const inUse = identity.mode === 'certificate';

  const choose = () =>
    opening.mutate(undefined, {
      onSuccess: (opened) => {
        if (opened.state === 'cancelled') return;
        const usable = opened.candidates.filter(({ verdict }) => verdict.refusals.length === 0).length;
        announce(setup.candidates.opened(usable, opened.candidates.length));
        setFile(opened);
      },
    });
  const close = () => {
    setFile(null);
    button.current?.focus();
  };

  return (
    <Card title={words.title} note={inUse && words.inUse}>
      <div className="stack">
        {inUse && (
          <>
            <CertificateFactsList facts={identity.facts} />
            <BodyShort size="small" className="subtle">
              {words.keptAt} {formatInstant(identity.keptAt)}
            </BodyShort>
          </>
        )}
        {identity.mode === 'none' && <BodyShort>{words.none}</BodyShort>}
        {identity.mode === 'ownKey' && <BodyShort>{words.instead}</BodyShort>}
        {identity.mode === 'unusable' && (
          <>
            <ErrorNotice error={identity.error} />
            <BodyShort>{words.unusableExplained}</BodyShort>
          </>
        )}
        {!inUse && !file && (
          <BodyShort size="small" className="subtle">
            {words.chooseHint}
          </BodyShort>
        )}
        {opening.error &&
          (opening.error.error.code === 'not-found' ? (
            <BodyShort role="alert" weight="semibold">
              {words.notRead}
            </BodyShort>
          ) : (
            <ErrorNotice error={opening.error.error} />
          ))}
        <div className="form-buttons">
          <Button
            ref={button}
            id={chooseFileId}
            type="button"
            size="small"
            variant={primary ? 'primary' : 'secondary'}
            loading={opening.isPending}
            onClick={choose}
          >
            {inUse ? words.chooseAnother : words.choose}
          </Button>
          {(inUse || identity.mode === 'unusable') && (
            <RemoveIdentity
              title={inUse ? setup.remove.certificateTitle : setup.remove.unusableTitle}
              trigger={words.remove}
              consequences={setup.remove.certificateConsequences}
              returnFocusTo={button}
            />
          )}
          {opening.isPending && (
            <BodyShort size="small" className="subtle" role="status">
              {words.opening}
            </BodyShort>
          )}
        </div>
        {file && (
          <Candidates
            key={file.importId}
            file={file}
            identity={identity}
            onClose={close}
            onKept={() => {
              announce(setup.candidates.kept);
              close();
            }}
          />
        )}
      </div>
    </Card>
  );
}
