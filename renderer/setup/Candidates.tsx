import { ExclamationmarkTriangleIcon, XMarkOctagonIcon } from '@navikt/aksel-icons';
import { BodyShort, Button, Checkbox, CheckboxGroup, Heading, Radio, RadioGroup, Tag } from '@navikt/ds-react';
import { useEffect, useId, useRef, useState } from 'react';
import { formatDate } from '../../shared/dates.ts';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import type { IdentityStatus } from '../../shared/ipc/setupCalls.ts';
import { useText } from '../app/SessionContext.tsx';
import { useSetupCommand } from '../data/setup.ts';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { CertificateFactsList } from './CertificateFactsList.tsx';

export type OpenedFile = Extract<CallOutput<'setup.openCertificate'>, { state: 'opened' }>;
type Candidate = OpenedFile['candidates'][number];

interface Props {
  readonly file: OpenedFile;
  /** What the chosen certificate will replace. */
  readonly identity: IdentityStatus;
  readonly onKept: () => void;
  readonly onClose: () => void;
}

/** What lies in an opened file: which can be used, which is proposed and why, and what stands against the others. */
export function Candidates({ file, identity, onKept, onClose }: Props) {
  const { setup } = useText();
  const words = setup.candidates;
  const heading = useRef<HTMLHeadingElement>(null);
  const keep = useSetupCommand('setup.keepCertificate');
  const [chosen, setChosen] = useState<number | null>(file.proposal?.index ?? null);
  const [seen, setSeen] = useState(false);
  const [attempted, setAttempted] = useState(false);
  const candidate = chosen === null ? undefined : file.candidates[chosen];
  const mustSee = (candidate?.verdict.warnings.length ?? 0) > 0;
  const usable = file.candidates.some(({ verdict }) => verdict.refusals.length === 0);

  useEffect(() => heading.current?.focus(), []);

  const submit = () => {
    setAttempted(true);
    if (chosen === null || (mustSee && !seen)) return;
    keep.mutate({ importId: file.importId, candidate: chosen, acceptWarnings: mustSee }, { onSuccess: onKept });
  };

  return (
    <section className="candidates" aria-labelledby="candidates-heading">
      <Heading level="3" size="xsmall" id="candidates-heading" ref={heading} tabIndex={-1}>
        {words.title(file.fileName)}
      </Heading>
      <BodyShort size="small">
        {words.count(file.candidates.length)} {words.timeLimit}
      </BodyShort>
      <RadioGroup
        legend={words.choose}
        size="small"
        value={chosen === null ? '' : String(chosen)}
        error={attempted && chosen === null ? words.notChosen : undefined}
        onChange={(value: string) => {
          setChosen(Number(value));
          setSeen(false);
          setAttempted(false);
        }}
      >
        {bestFirst(file).map(({ candidate: one, index }) => (
          <CandidateCard
            key={one.facts.fingerprint}
            candidate={one}
            index={index}
            proposal={file.proposal?.index === index ? file.proposal : null}
          />
        ))}
      </RadioGroup>
      {!usable && (
        <BodyShort weight="semibold">
          <XMarkOctagonIcon aria-hidden className="bad-icon" /> {words.noneUsable}
        </BodyShort>
      )}
      {candidate && mustSee && (
        <CheckboxGroup
          legend={words.beforeKeeping}
          hideLegend
          size="small"
          value={seen ? ['seen'] : []}
          error={attempted && !seen ? words.seenMissing : undefined}
          onChange={(value: string[]) => setSeen(value.includes('seen'))}
        >
          <Checkbox value="seen">{words.seen}</Checkbox>
        </CheckboxGroup>
      )}
      {candidate && identity.mode !== 'none' && (
        <BodyShort size="small">
          {identity.mode === 'ownKey' ? words.replacesOwnKey : words.replacesCertificate}
        </BodyShort>
      )}
      {keep.error &&
        (keep.error.error.code === 'not-found' ? (
          <BodyShort role="alert" weight="semibold">
            {words.gone}
          </BodyShort>
        ) : (
          <ErrorNotice error={keep.error.error} onRetry={submit} />
        ))}
      <div className="form-buttons">
        {usable && (
          <Button type="button" size="small" loading={keep.isPending} onClick={submit}>
            {words.keep}
          </Button>
        )}
        <Button type="button" size="small" variant="secondary" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </section>
  );
}

/** The proposed one, then what else can be used; each keeps its place in the file, which is what `keepCertificate` asks for. */
function bestFirst({ candidates, proposal }: OpenedFile): { readonly candidate: Candidate; readonly index: number }[] {
  const rank = (index: number, { verdict }: Candidate) =>
    index === proposal?.index ? 0 : verdict.refusals.length === 0 ? 1 : 2;
  return candidates
    .map((candidate, index) => ({ candidate, index }))
    .sort((a, b) => rank(a.index, a.candidate) - rank(b.index, b.candidate));
}

interface CandidateProps {
  readonly candidate: Candidate;
  readonly index: number;
  readonly proposal: OpenedFile['proposal'];
}

function CandidateCard({ candidate: { facts, verdict }, index, proposal }: CandidateProps) {
  const { certificate, setup } = useText();
  const id = useId();
  const refused = verdict.refusals.length > 0;
  return (
    <div className="candidate" data-refused={refused}>
      <div className="candidate-head">
        <Radio value={String(index)} disabled={refused} aria-describedby={id}>
          {setup.candidates.name(certificate.uses[facts.use], formatDate(facts.validTo))}
        </Radio>
        {refused && (
          <Tag size="xsmall" variant="moderate" data-color="danger">
            {setup.candidates.refused}
          </Tag>
        )}
      </div>
      <div id={id} className="candidate-verdict">
        {proposal && <BodyShort size="small">{certificate.proposed[proposal.reason]}</BodyShort>}
        {(refused || verdict.warnings.length > 0) && (
          <ul className="verdict">
            {verdict.refusals.map((refusal) => (
              <li key={refusal} data-kind="refusal">
                <XMarkOctagonIcon aria-hidden />
                {certificate.refusals[refusal]}
              </li>
            ))}
            {verdict.warnings.map((warning) => (
              <li key={warning} data-kind="warning">
                <ExclamationmarkTriangleIcon aria-hidden />
                {certificate.warnings[warning]}
              </li>
            ))}
          </ul>
        )}
      </div>
      <CertificateFactsList facts={facts} />
    </div>
  );
}
