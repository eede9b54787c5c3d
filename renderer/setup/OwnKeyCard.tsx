import { BodyShort, Button, ReadMore } from '@navikt/ds-react';
import { useRef } from 'react';
import { formatDate } from '../../shared/dates.ts';
import type { IdentityStatus } from '../../shared/ipc/setupCalls.ts';
import { useText } from '../app/SessionContext.tsx';
import { useExportPublicJwk, useSetupCommand } from '../data/setup.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Card } from '../ui/Card.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { CopyText } from '../ui/CopyText.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { RemoveIdentity } from './RemoveIdentity.tsx';

/** A key of this PC's own, registered on the client at Digdir: why, how, and the public half of it. */
export function OwnKeyCard({ identity }: { identity: IdentityStatus }) {
  const { setup } = useText();
  const words = setup.ownKey;
  const announce = useAnnounce();
  const create = useSetupCommand('setup.createOwnKey');
  const card = useRef<HTMLDivElement>(null);
  const inUse = identity.mode === 'ownKey';
  const make = () => create.mutate({}, { onSuccess: () => announce(words.created) });
  return (
    <Card title={words.title} note={inUse && setup.certificate.inUse}>
      <div className="stack" ref={card} tabIndex={-1}>
        {inUse ? (
          <KeyInUse identity={identity} />
        ) : (
          <ReadMore header={words.why} size="small">
            <ul className="plain-list">
              {words.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
            {words.cost}
          </ReadMore>
        )}
        {create.error && <ErrorNotice error={create.error.error} onRetry={make} />}
        <div className="form-buttons">
          {identity.mode === 'none' || identity.mode === 'unusable' ? (
            <Button type="button" size="small" variant="secondary" loading={create.isPending} onClick={make}>
              {words.create}
            </Button>
          ) : (
            <ConfirmDialog
              trigger={inUse ? words.createAgain : words.create}
              title={inUse ? words.renewTitle : words.switchTitle}
              consequences={inUse ? words.renewConsequences : words.switchConsequences}
              confirm={inUse ? words.renewConfirm : words.switchConfirm}
              pending={create.isPending}
              onConfirm={make}
              returnFocusTo={card}
            />
          )}
          {inUse && (
            <RemoveIdentity
              title={setup.remove.ownKeyTitle}
              trigger={words.remove}
              consequences={setup.remove.ownKeyConsequences}
              returnFocusTo={card}
            />
          )}
          {create.isPending && (
            <BodyShort size="small" className="subtle" role="status">
              {words.creating}
            </BodyShort>
          )}
        </div>
      </div>
    </Card>
  );
}

function KeyInUse({ identity }: { identity: Extract<IdentityStatus, { mode: 'ownKey' }> }) {
  const { setup } = useText();
  const words = setup.ownKey;
  const announce = useAnnounce();
  const save = useExportPublicJwk();
  const path = save.data?.path ?? null;
  return (
    <>
      <dl className="facts">
        <dt>{words.kid}</dt>
        <dd>
          <code>{identity.kid}</code>
        </dd>
        <dt>{words.createdOn}</dt>
        <dd>{formatDate(identity.createdOn)}</dd>
        <dt>{words.registerBefore}</dt>
        <dd>{formatDate(identity.registerAgainBefore)}</dd>
      </dl>
      <section aria-label={words.publicKey}>
        <BodyShort size="small" weight="semibold">
          {words.publicKey}
        </BodyShort>
        <pre className="jwk">{identity.publicJwk}</pre>
      </section>
      <div className="form-buttons">
        <CopyText text={identity.publicJwk} label={words.copy} withLabel />
        <Button
          type="button"
          size="small"
          variant="secondary"
          loading={save.isPending}
          onClick={() =>
            save.mutate(undefined, {
              onSuccess: (saved) => {
                if (saved.path !== null) announce(words.exported(saved.path));
              },
            })
          }
        >
          {words.export}
        </Button>
        {path !== null && <BodyShort size="small">{words.exported(path)}</BodyShort>}
      </div>
      {save.error && <ErrorNotice error={save.error.error} onRetry={() => save.mutate()} />}
      <section aria-label={words.stepsTitle}>
        <BodyShort size="small" weight="semibold">
          {words.stepsTitle}
        </BodyShort>
        <ol className="how">
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
    </>
  );
}
