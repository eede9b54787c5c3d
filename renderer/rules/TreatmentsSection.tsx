import { PlusIcon, TrashIcon } from '@navikt/aksel-icons';
import { BodyShort, Button, Search, Select } from '@navikt/ds-react';
import { useRef, useState } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { incomeTreatments } from '../../shared/rules/housingRule.ts';
import type { Text } from '../../shared/text/text.ts';
import { useText } from '../app/SessionContext.tsx';
import { Card } from '../ui/Card.tsx';
import { type CodeChoice, codeChoice, findCodes } from './codeChoices.ts';
import { fieldIdOf, type RuleValues } from './ruleForm.ts';

/** More than this nobody reads; another letter gives fewer. */
const SHOWN = 8;

/** Incomes that this rule treats otherwise than the program usually does. */
export function TreatmentsSection() {
  const text = useText();
  const { form: words } = text.rules;
  const { control, register } = useFormContext<RuleValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'treatments' });
  const search = useRef<HTMLInputElement>(null);
  return (
    <Card title={words.treatments} note={words.treatmentsNote(fields.length)}>
      <div className="fields">
        <BodyShort size="small">{words.treatmentsExplained}</BodyShort>
        {fields.length > 0 && (
          <div className="scroll-x">
            <table className="figures treatments">
              <caption className="aksel-sr-only">{words.treatments}</caption>
              <thead>
                <tr>
                  {(['code', 'usual', 'here', 'remove'] as const).map((column) => (
                    <th key={column} scope="col">
                      {words.treatmentColumns[column]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {fields.map(({ id, key }, index) => {
                  const choice = codeChoice(key);
                  const name = choice ? nameOf(choice, text) : key;
                  return (
                    <tr key={id}>
                      <th scope="row">
                        {choice ? name : words.unknownCode} <code className="subtle">{key}</code>
                      </th>
                      <td>{choice ? words.treatmentNames[choice.usual] : '–'}</td>
                      <td>
                        <Select
                          {...register(`treatments.${index}.treatment`)}
                          label={words.treatmentOf(name)}
                          hideLabel
                          size="small"
                        >
                          {incomeTreatments.map((treatment) => (
                            <option key={treatment} value={treatment}>
                              {words.treatmentNames[treatment]}
                            </option>
                          ))}
                        </Select>
                      </td>
                      <td>
                        <Button
                          type="button"
                          size="small"
                          variant="tertiary"
                          icon={<TrashIcon title={words.removeTreatment(name)} />}
                          onClick={() => {
                            remove(index);
                            search.current?.focus();
                          }}
                        />
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        )}
        <CodeSearch
          input={search}
          taken={fields.map(({ key }) => key)}
          // The focus follows to how it is to be treated.
          onAdd={({ key, usual }) => append({ key, treatment: usual === 'exclude' ? 'include' : 'exclude' })}
        />
      </div>
    </Card>
  );
}

interface CodeSearchProps {
  readonly input: React.RefObject<HTMLInputElement | null>;
  readonly taken: readonly string[];
  readonly onAdd: (choice: CodeChoice) => void;
}

function CodeSearch({ input, taken, onAdd }: CodeSearchProps) {
  const text = useText();
  const { form: words } = text.rules;
  const [wanted, setWanted] = useState('');
  const found = wanted.trim() === '' ? [] : findCodes(wanted).filter(({ key }) => !taken.includes(key));
  const shown = found.slice(0, SHOWN);
  return (
    <div className="code-search">
      <Search
        ref={input}
        id={fieldIdOf('treatments')}
        size="small"
        variant="simple"
        label={words.searchCodes}
        hideLabel={false}
        autoComplete="off"
        value={wanted}
        onChange={setWanted}
        // Enter would save the whole form.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <BodyShort size="small" className="subtle" role="status">
        {wanted.trim() !== '' && words.codesFound(found.length, shown.length)}
      </BodyShort>
      {shown.length > 0 && (
        <ul>
          {shown.map((choice) => (
            <li key={choice.key}>
              <span>
                {nameOf(choice, text)} <code className="subtle">{choice.key}</code>
                <BodyShort size="small" className="subtle">
                  {words.treatmentColumns.usual.toLowerCase()}: {words.treatmentNames[choice.usual]}
                </BodyShort>
              </span>
              <Button
                type="button"
                size="small"
                variant="tertiary"
                icon={<PlusIcon title={words.addCode(nameOf(choice, text))} />}
                onClick={() => {
                  onAdd(choice);
                  setWanted('');
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** `Bonus (Lønn)`, `Lott (Skatteåret)`: the same words occur under several kinds. */
function nameOf({ label, group }: CodeChoice, { information, rules }: Text): string {
  return `${label} (${group === 'year' ? rules.form.yearGroup : information.kinds[group]})`;
}
