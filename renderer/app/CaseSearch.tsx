import { MagnifyingGlassIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { caseQueries } from '../data/cases.ts';
import { debtorQueries } from '../data/debtors.ts';
import { useText } from './SessionContext.tsx';

/** One case that was found: its number, and what it is about. */
interface Found {
  readonly id: string;
  readonly caseNumber: string;
  readonly about: string;
}

/** Finds a case of the housing desk by its number, or by the whole number of a person in it. */
export function HousingSearch() {
  const { cases } = useText();
  const [wanted, setWanted] = useState('');
  const { data, isFetching } = useQuery({ ...caseQueries.search(wanted), enabled: wanted !== '' });
  const found = data?.map((one) => ({ ...one, about: cases.purposes[one.purpose] }));
  return <CaseSearch to="/sak/$caseId" found={found} searching={isFetching} onWanted={setWanted} />;
}

/** Finds a case of the collection desk by its number, a claim's reference, or the debtor's whole number. */
export function CollectionSearch() {
  const { collection } = useText();
  const [wanted, setWanted] = useState('');
  const { data, isFetching } = useQuery({ ...debtorQueries.search(wanted), enabled: wanted !== '' });
  const found = data?.map((one) => ({ ...one, about: collection.purposes[one.purpose] }));
  return <CaseSearch to="/innkreving/sak/$caseId" found={found} searching={isFetching} onWanted={setWanted} />;
}

interface Props {
  readonly to: '/sak/$caseId' | '/innkreving/sak/$caseId';
  readonly found: readonly Found[] | undefined;
  readonly searching: boolean;
  /** What is searched for; empty when the list is closed. */
  readonly onWanted: (wanted: string) => void;
}

/** The search box of the top bar. Ctrl K from anywhere. */
function CaseSearch({ to, found, searching, onWanted }: Props) {
  const { app } = useText();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const navigate = useNavigate();
  const wanted = text.trim();
  const shown = open && wanted !== '';
  useEffect(() => onWanted(shown ? wanted : ''), [onWanted, shown, wanted]);

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      input.current?.select();
      input.current?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const go = (caseId: string | undefined) => {
    if (caseId === undefined) return;
    setOpen(false);
    setText('');
    void navigate({ to, params: { caseId } });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const count = found?.length ?? 0;
    if (event.key === 'Escape') setOpen(false);
    else if (event.key === 'Enter') go(found?.[active]?.id);
    else if (event.key === 'ArrowDown') setActive((active + 1) % Math.max(count, 1));
    else if (event.key === 'ArrowUp') setActive((active - 1 + count) % Math.max(count, 1));
    else return;
    event.preventDefault();
  };

  return (
    <search className="case-search">
      <MagnifyingGlassIcon aria-hidden className="case-search-icon" />
      <input
        ref={input}
        role="combobox"
        aria-label={app.search.label}
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown && found?.[active] ? `${listId}-${active}` : undefined}
        aria-keyshortcuts="Control+K"
        autoComplete="off"
        placeholder={app.search.placeholder}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <kbd>{app.search.shortcut}</kbd>
      <div className="case-search-results" hidden={!shown}>
        <p role="status">
          {searching ? app.search.searching : found?.length ? app.search.found(found.length) : app.search.none}
        </p>
        {/* The list keeps the focus in the field: pointer presses must not take it away. */}
        <div id={listId} role="listbox" aria-label={app.search.results} onMouseDown={(event) => event.preventDefault()}>
          {found?.map((one, index) => (
            // biome's keyboard rule looks for a handler here; in a combobox the keys live on the input.
            <div
              key={one.id}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onClick={() => go(one.id)}
              onKeyDown={onKeyDown}
            >
              <strong>{one.caseNumber}</strong> {one.about}
            </div>
          ))}
        </div>
      </div>
    </search>
  );
}
