import { BodyShort, Button } from '@navikt/ds-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { Act, Trekk } from '../../../../shared/utlegg/trekk.ts';
import { useText } from '../../../app/SessionContext.tsx';
import { type Draft, useDraft } from '../../../data/drafts.ts';
import { parseDraft } from '../../../data/parseDraft.ts';
import { trekkQueries, useCheckTrekk, useSaveTrekk } from '../../../data/trekk.ts';
import { useAnnounce } from '../../../ui/Announcer.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { ActContext } from './ActContext.tsx';
import { ActValues, actValues, readAct } from './actForm.ts';
import { BasicsCard } from './BasicsCard.tsx';
import { BeslutningCards } from './BeslutningCards.tsx';
import { ChangeCard } from './ChangeCard.tsx';
import { ClaimsCard } from './ClaimsCard.tsx';
import { ControlPanel } from './ControlPanel.tsx';
import { DiscardAct } from './DiscardAct.tsx';
import { DocumentCard } from './DocumentCard.tsx';
import { EndCard } from './EndCard.tsx';
import { focusField } from './fieldId.ts';
import { GroupProblems } from './GroupProblems.tsx';
import { PayerCard } from './PayerCard.tsx';
import { PaymentCard } from './PaymentCard.tsx';
import { PeriodsCard } from './PeriodsCard.tsx';
import { problemsOf, refusedProblems, withoutName, withoutReason } from './problems.ts';
import { useSettled } from './useSettled.ts';

/** So long after the last key what is typed is held against the rules. */
const WAIT_MS = 350;

interface Props {
  readonly trekk: Trekk;
  readonly act: Act;
  /** The path of the field that takes the focus first; null: none. */
  readonly focus: string | null;
  /** Without errors: on to the review. */
  readonly onChecked: () => void;
}

/** The act while it is being typed. What is typed and not kept yet is taken up again. */
export function ActForm(props: Props) {
  const draft = useDraft(`trekk:${props.act.id}`, 'collection');
  if (draft.stored === undefined) return null;
  return <Fields {...props} draft={draft} restored={parseDraft(ActValues, draft.stored)} />;
}

function Fields({
  trekk,
  act,
  focus,
  onChecked,
  draft,
  restored,
}: Props & { readonly draft: Draft; readonly restored: ActValues | null }) {
  const text = useText();
  const { form: words } = text.trekk;
  const announce = useAnnounce();
  const save = useSaveTrekk(trekk);
  const check = useCheckTrekk(trekk);
  const stored = useMemo(() => actValues(act.what, trekk, act.reasons), [act, trekk]);
  const [values, setValues] = useState(restored ?? stored);
  const [attempt, setAttempt] = useState(0);

  const typed = JSON.stringify(values);
  const changed = typed !== JSON.stringify(stored);
  useEffect(() => {
    if (changed) draft.save(typed);
  }, [changed, typed, draft.save]);

  const { what, misread } = useMemo(() => readAct(values, act.what), [values, act.what]);
  const settled = useSettled(what, WAIT_MS);
  const { data: violations = [] } = useQuery({
    ...trekkQueries.validate(trekk.id, settled),
    placeholderData: keepPreviousData,
  });
  const problems = useMemo(
    () => [
      ...withoutName(text, values.debtorName),
      ...problemsOf(text, misread, violations),
      ...refusedProblems(text, act.refusal),
    ],
    [text, values.debtorName, misread, violations, act.refusal],
  );

  useEffect(() => {
    if (focus === null) return;
    // A claim that something is wrong with opens itself after the first painting.
    const frame = requestAnimationFrame(() => focusField(focus));
    return () => cancelAnimationFrame(frame);
  }, [focus]);

  const content = { debtorName: values.debtorName.trim(), what, reasons: values.reasons };
  const showKept = (kept: Trekk | null) => {
    draft.discard();
    if (kept?.act) setValues(actValues(kept.act.what, kept, kept.act.reasons));
  };
  const keep = () => {
    if (misread.length > 0) {
      setAttempt(attempt + 1);
      return;
    }
    save.mutate(content, {
      onSuccess: (saved) => {
        showKept(saved);
        announce(words.saved);
      },
    });
  };
  const submit = () => {
    const stopped =
      problems.some(({ level }) => level === 'error') || withoutReason(problems, values.reasons).length > 0;
    if (stopped) {
      setAttempt(attempt + 1);
      return;
    }
    check.mutate(changed ? content : null, {
      onSuccess: (checked) => {
        showKept(checked);
        if (checked?.act?.state === 'kontrollert') onChecked();
        else setAttempt(attempt + 1);
      },
    });
  };
  const { kind } = act.what;
  const hasTerms = kind === 'registrer' || kind === 'endre';
  const problem = check.error ?? save.error;
  return (
    <ActContext value={{ values, problems, change: (patch) => setValues((before) => ({ ...before, ...patch })) }}>
      <form
        noValidate
        className="with-side act-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className="evidence">
          {restored && changed && <BodyShort className="subtle">{text.app.words.draftRestored}</BodyShort>}
          <GroupProblems path="" />
          {kind === 'endre' && <ChangeCard />}
          {kind === 'avslutt' && <EndCard />}
          <BasicsCard />
          {kind === 'beslutning' && <DocumentCard trekk={trekk} />}
          {hasTerms && <PeriodsCard />}
          {kind !== 'avslutt' && <ClaimsCard />}
          {hasTerms && <PayerCard />}
          {kind !== 'avslutt' && <PaymentCard />}
          {kind === 'beslutning' && <BeslutningCards />}
        </div>
        <aside className="side" data-area tabIndex={-1} aria-label={text.app.answerPanel}>
          <ControlPanel attempt={attempt} />
          {problem && <ErrorNotice error={problem.error} onRetry={submit} />}
          <div className="act-buttons">
            <Button type="submit" size="small" loading={check.isPending}>
              {words.check}
            </Button>
            {changed && (
              <Button type="button" size="small" variant="secondary" loading={save.isPending} onClick={keep}>
                {words.save}
              </Button>
            )}
            <DiscardAct trekk={trekk} onDiscarded={draft.discard} />
          </div>
          <BodyShort size="small" className="subtle">
            {changed ? words.unsaved : words.kept}
          </BodyShort>
        </aside>
      </form>
    </ActContext>
  );
}
