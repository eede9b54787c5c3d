import { ReadMore } from '@navikt/ds-react';
import type { CertificateFacts } from '../../shared/certificate/facts.ts';
import { formatDate } from '../../shared/dates.ts';
import { formatOrganisationNumber } from '../../shared/identity/organisationNumber.ts';
import { useText } from '../app/SessionContext.tsx';

/** What a certificate says about itself. */
export function CertificateFactsList({ facts }: { facts: CertificateFacts }) {
  const { certificate, setup } = useText();
  const words = setup.certificate;
  return (
    <>
      <dl className="facts">
        <dt>{words.facts.organisation}</dt>
        <dd>{facts.organisation || <span className="missing">{words.notStated}</span>}</dd>
        <dt>{words.facts.orgNumber}</dt>
        <dd>
          {facts.orgNumber === null ? (
            <span className="missing">{words.notStated}</span>
          ) : (
            formatOrganisationNumber(facts.orgNumber)
          )}
        </dd>
        <dt>{words.facts.use}</dt>
        <dd>{certificate.uses[facts.use]}</dd>
        <dt>{words.facts.validity}</dt>
        <dd>{words.from(formatDate(facts.validFrom), formatDate(facts.validTo))}</dd>
        <dt>{words.facts.issuer}</dt>
        <dd>
          {facts.issuer} ({certificate.issuedFor[facts.issuedFor]})
        </dd>
      </dl>
      <ReadMore header={words.showMore} size="small">
        <dl className="facts">
          <dt>{words.facts.commonName}</dt>
          <dd>{facts.commonName}</dd>
          <dt>{words.facts.key}</dt>
          <dd>{facts.keyBits === null ? words.notStated : words.keyBits(facts.keyBits)}</dd>
          <dt>{words.facts.serialNumber}</dt>
          <dd>
            <code>{facts.serialNumber}</code>
          </dd>
          <dt>{words.facts.fingerprint}</dt>
          <dd>
            <code>{inGroups(facts.fingerprint)}</code>
          </dd>
        </dl>
      </ReadMore>
    </>
  );
}

/** `3af2…` → `3A:F2:…`, as other programs show a fingerprint. */
const inGroups = (hex: string): string => hex.toUpperCase().replace(/..(?=.)/g, '$&:');
