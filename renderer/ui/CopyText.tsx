import { CheckmarkIcon, FilesIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../app/SessionContext.tsx';
import { useAnnounce } from './Announcer.tsx';

const SHOWN_MS = 2000;

interface Props {
  readonly text: string;
  /** What the button does, for those who can't see what it stands beside. */
  readonly label: string;
  /** Shows the label instead of the sign alone. */
  readonly withLabel?: boolean;
}

/**
 * Copies a text that no person stands in. Aksel's own button asks for a permission that pages here are not given; copying what is selected,
 * as Ctrl+C does, needs none.
 */
export function CopyText({ text, label, withLabel = false }: Props) {
  const { words } = useText().app;
  const announce = useAnnounce();
  const [copied, setCopied] = useState(false);
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const copy = () => {
    copySelected(text);
    announce(words.copied);
    setCopied(true);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setCopied(false), SHOWN_MS);
  };
  const Icon = copied ? CheckmarkIcon : FilesIcon;
  return withLabel ? (
    <Button type="button" size="small" variant="secondary" icon={<Icon aria-hidden />} onClick={copy}>
      {copied ? words.copied : label}
    </Button>
  ) : (
    <Button type="button" size="xsmall" variant="tertiary" icon={<Icon title={label} />} onClick={copy} />
  );
}

/** A copy event can be filled with anything; `execCommand` is the only way to cause one without asking for a permission. */
function copySelected(text: string): void {
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', fill, { once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', fill);
}
