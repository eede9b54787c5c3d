import { PlusIcon } from '@navikt/aksel-icons';
import { BodyShort, Button } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { z } from 'zod';
import { formatKroner, type Oere, sum } from '../../../shared/money.ts';
import { useSession, useText } from '../../app/SessionContext.tsx';
import { collectionSetupQuery } from '../../data/collectionSetup.ts';
import { useSaveEntered } from '../../data/debtors.ts';
import { type Draft, useDraft } from '../../data/drafts.ts';
import { parseDraft } from '../../data/parseDraft.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { type Mistake, Mistakes } from '../../ui/Mistakes.tsx';
import { typedAmount } from '../../ui/typedAmount.ts';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { useDebtor } from '../DebtorContext.tsx';
import { AnswerList } from './AnswerList.tsx';
import { ClaimLine } from './ClaimLine.tsx';
import { amounts, type ClaimRow, ClaimRows, claimRowsOf, newClaim, readClaims, withoutClaim } from './claimsForm.ts';
import { HouseholdCard } from './HouseholdCard.tsx';
import { HouseholdValues, householdOf, readHousehold } from './householdForm.ts';
import { NoticeList } from './NoticeList.tsx';

/** Everything that is entered on the page. */
const Entered = z.object({ rows: ClaimRows, household: HouseholdValues.nullable() });
type Entered = z.infer<typeof Entered>;

export function ClaimsPage() {
  const { collection } = useText();
  const { id, caseNumber } = useDebtor();
  const draft = useDraft(`debtor:${id}:claims`, 'collection');
  usePageTitle(`${caseNumber} · ${collection.nav.claims}`);
  if (draft.stored === undefined) return null;
  return <ClaimsForm draft={draft} restored={parseDraft(Entered, draft.stored)} />;
}

function ClaimsForm({ draft, restored }: { draft: Draft; restored: Entered | null }) {
  const text = useText();
  const { claims: words, app } = text;
  const { today } = useSession();
  const debtor = useDebtor();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const save = useSaveEntered(debtor);
  const stored: Entered = useMemo(
    () => ({ rows: claimRowsOf(debtor), household: householdOf(debtor.household) }),
    [debtor],
  );
  const [entered, setEntered] = useState(restored ?? stored);
  const [attempt, setAttempt] = useState(0);
  const { rows, household } = entered;

  const typed = JSON.stringify(entered);
  const claimsChanged = JSON.stringify(rows) !== JSON.stringify(stored.rows);
  const householdChanged = JSON.stringify(household) !== JSON.stringify(stored.household);
  const changed = claimsChanged || householdChanged;
  useEffect(() => {
    if (changed) draft.save(typed);
  }, [changed, typed, draft.save]);

  const read = useMemo(() => {
    const { claims, mistakes } = readClaims(rows, text);
    const home = household && readHousehold(household, today, text);
    return { claims, household: home?.household ?? null, mistakes: [...mistakes, ...(home?.mistakes ?? [])] };
  }, [rows, household, today, text]);
  const shown: readonly Mistake[] = attempt > 0 ? read.mistakes : [];

  const toInformation = () =>
    void navigate({ to: '/innkreving/sak/$caseId/opplysninger', params: { caseId: debtor.id } });
  const submit = (goOn: boolean) => {
    setAttempt(attempt + 1);
    if (read.mistakes.length > 0) return;
    save.mutate(
      { claims: claimsChanged ? read.claims : null, household: householdChanged ? read.household : null },
      {
        onSuccess: (saved) => {
          draft.discard();
          setEntered({ rows: claimRowsOf(saved), household: householdOf(saved.household) });
          setAttempt(0);
          announce(words.saved);
          if (goOn) toInformation();
        },
      },
    );
  };

  const setRows = (next: Partial<ClaimRows>) => setEntered({ ...entered, rows: { ...rows, ...next } });
  const addClaim = () => setRows({ claims: [...rows.claims, newClaim(crypto.randomUUID())] });
  return (
    <div className="claims-page">
      {restored && changed && <BodyShort className="subtle">{app.words.draftRestored}</BodyShort>}
      <Mistakes mistakes={read.mistakes} attempt={attempt} />
      <Card title={words.title} note={words.note}>
        {rows.claims.length === 0 ? (
          <EmptyState title={words.empty.title} explained={words.empty.explained}>
            <Button type="button" size="small" onClick={addClaim}>
              {words.addFirst}
            </Button>
          </EmptyState>
        ) : (
          <ClaimLines
            rows={rows.claims}
            mistakes={shown}
            onAdd={addClaim}
            onChange={(next) => setRows({ claims: rows.claims.map((one) => (one.id === next.id ? next : one)) })}
            onRemove={(row, name) => {
              announce(words.removed(name));
              setEntered({ ...entered, rows: withoutClaim(rows, row.id) });
            }}
          />
        )}
      </Card>
      <div className="claims-columns">
        <div className="evidence">
          <NoticeList
            notices={rows.notices}
            claims={rows.claims}
            mistakes={shown}
            onChange={(notices) => setRows({ notices })}
          />
          <AnswerList answers={rows.answers} mistakes={shown} onChange={(answers) => setRows({ answers })} />
        </div>
        <HouseholdCard
          values={household}
          decisionDate={debtor.decisionDate}
          mistakes={shown}
          onChange={(next) => setEntered({ ...entered, household: next })}
        />
      </div>
      {save.error && <ErrorNotice error={save.error.error} onRetry={() => submit(false)} />}
      <div className="save-bar">
        <Button
          type="button"
          size="small"
          variant={rows.claims.length === 0 ? 'secondary' : 'primary'}
          loading={save.isPending}
          onClick={() => (changed ? submit(true) : toInformation())}
        >
          {changed ? words.saveAndGoOn : words.goOn}
        </Button>
        {changed && (
          <Button type="button" size="small" variant="tertiary" disabled={save.isPending} onClick={() => submit(false)}>
            {words.save}
          </Button>
        )}
        {changed && <span className="subtle">{words.unsaved}</span>}
      </div>
    </div>
  );
}

interface LinesProps {
  readonly rows: readonly ClaimRow[];
  readonly mistakes: readonly Mistake[];
  readonly onAdd: () => void;
  readonly onChange: (row: ClaimRow) => void;
  readonly onRemove: (row: ClaimRow, name: string) => void;
}

function ClaimLines({ rows, mistakes, onAdd, onChange, onRemove }: LinesProps) {
  const { claims: words } = useText();
  const { decisionDate } = useDebtor();
  const { data: setup } = useQuery(collectionSetupQuery);
  const letters = setup?.settings.priority.letters;
  const undecided = letters && rows.some(({ type }) => letters[type] === null);
  return (
    <>
      {/* Every field carries its own label too, so the headings are for the eye only. */}
      <div className="claim-line claim-columns" aria-hidden>
        <span>{words.columns.type}</span>
        <span>{words.columns.reference}</span>
        <span>{words.columns.dueDate}</span>
        {amounts.map((field) => (
          <span key={field} className="number">
            {words.columns[field]}
          </span>
        ))}
        <span className="claim-letter">{words.columns.letter}</span>
        <span>{words.columns.legalPant}</span>
        <span />
      </div>
      <ul className="claim-lines">
        {rows.map((row, index) => (
          <ClaimLine
            key={row.id}
            row={row}
            name={words.claim(index + 1)}
            decisionDate={decisionDate}
            letter={letters?.[row.type] ?? null}
            mistakes={mistakes}
            onChange={onChange}
            onRemove={() => onRemove(row, words.claim(index + 1))}
          />
        ))}
      </ul>
      <div className="claim-line claim-sum">
        <span className="claim-sum-label">{words.total}</span>
        {amounts.map((field) => (
          <span key={field} className="number">
            <span className="narrow-only">{words.columns[field]}: </span>
            {totalOf(rows, field)}
          </span>
        ))}
      </div>
      <div className="form-buttons">
        <Button type="button" size="small" variant="tertiary" icon={<PlusIcon aria-hidden />} onClick={onAdd}>
          {words.add}
        </Button>
        <span className="subtle">
          {undecided ? words.lettersMissing : words.lettersFoot} <Link to="/innkreving/satser">{words.toLetters}</Link>
        </span>
      </div>
    </>
  );
}

/** An amount that isn't one yet leaves the sum out rather than wrong. */
function totalOf(rows: readonly ClaimRow[], field: (typeof amounts)[number]): string {
  const typed = rows.map((row): Oere | null => typedAmount(row[field]));
  return typed.includes(null) ? '–' : formatKroner(sum(typed.filter((amount) => amount !== null)));
}
