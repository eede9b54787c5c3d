import { BodyShort, Button, Dialog, Select, TextField } from '@navikt/ds-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { HousingRule } from '../../shared/rules/housingRule.ts';
import { useText } from '../app/SessionContext.tsx';
import { useRuleCommand } from '../data/rules.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import type { RuleList } from './RulesPage.tsx';
import { copyOf, newestFirst, nextVersion } from './ruleVersions.ts';

/** «Ny regel»: a draft from a published rule or from one of the municipality's own. */
export function NewRule({ list }: { list: RuleList }) {
  const { create } = useText().rules;
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen} size="small">
      <Dialog.Trigger>
        <Button size="small">{create.open}</Button>
      </Dialog.Trigger>
      <Dialog.Popup width="small" closeOnOutsideClick={false}>
        <Dialog.Header>
          <Dialog.Title>{create.title}</Dialog.Title>
        </Dialog.Header>
        <Dialog.Body>
          <NewRuleForm list={list} />
        </Dialog.Body>
      </Dialog.Popup>
    </Dialog>
  );
}

function NewRuleForm({ list }: { list: RuleList }) {
  const { create, versions } = useText().rules;
  const navigate = useNavigate();
  const announce = useAnnounce();
  const save = useRuleCommand('rules.save');
  const own = newestFirst(list.rules).map(({ rule }) => rule);
  const sources = [
    ...list.templates.map((rule) => ({ id: `template ${rule.ruleId}`, rule, start: rule })),
    ...own.map((rule) => ({ id: `${rule.ruleId} ${rule.version}`, rule, start: copyOf(rule, own) })),
  ];
  const [sourceId, setSourceId] = useState(sources[0]?.id ?? '');
  const source = sources.find(({ id }) => id === sourceId);
  const [typedId, setTypedId] = useState<string | null>(null);
  const [attempted, setAttempted] = useState(false);

  const ruleId = (typedId ?? source?.rule.ruleId ?? '').trim();
  const valid = HousingRule.shape.ruleId.safeParse(ruleId).success;
  const name = versions.name(ruleId, nextVersion(own, ruleId));

  const submit = () => {
    setAttempted(true);
    if (!source || !valid) return;
    const version = nextVersion(own, ruleId);
    save.mutate(
      { rule: { ...source.start, ruleId, version } },
      {
        onSuccess: () => {
          announce(create.created(name));
          void navigate({ to: '/regler/$ruleId/$version', params: { ruleId, version: String(version) } });
        },
      },
    );
  };

  return (
    <form
      className="stack new-rule"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Select
        label={create.from}
        size="small"
        value={sourceId}
        onChange={(event) => {
          setSourceId(event.target.value);
          setTypedId(null);
        }}
      >
        <optgroup label={create.published}>
          {sources.slice(0, list.templates.length).map(({ id, rule }) => (
            <option key={id} value={id}>
              {create.template(rule.municipality, rule.scheme)}
            </option>
          ))}
        </optgroup>
        {own.length > 0 && (
          <optgroup label={create.own}>
            {sources.slice(list.templates.length).map(({ id, rule }) => (
              <option key={id} value={id}>
                {versions.name(rule.ruleId, rule.version)}
              </option>
            ))}
          </optgroup>
        )}
      </Select>
      <TextField
        label={create.ruleId}
        description={create.ruleIdHint}
        size="small"
        autoComplete="off"
        spellCheck={false}
        value={typedId ?? source?.rule.ruleId ?? ''}
        error={attempted && !valid ? create.ruleIdWrong : undefined}
        onChange={(event) => setTypedId(event.target.value.toUpperCase())}
      />
      {valid && <BodyShort size="small">{create.becomes(name)}</BodyShort>}
      {save.error && <ErrorNotice error={save.error.error} onRetry={submit} />}
      <div className="form-buttons">
        <Button type="submit" size="small" loading={save.isPending}>
          {create.submit}
        </Button>
      </div>
    </form>
  );
}
