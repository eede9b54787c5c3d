import { EyeIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react';
import { useRef } from 'react';

interface Props {
  readonly label: string;
  readonly reveal: () => Promise<string>;
  /** The text for as long as the button is held; null when it is let go. */
  readonly onChange: (revealed: string | null) => void;
}

/** Shows something for as long as the button, Space or Enter is held down. */
export function HoldToReveal({ label, reveal, onChange }: Props) {
  const held = useRef(false);
  const hold = async () => {
    if (held.current) return;
    held.current = true;
    // A call that failed shows nothing; the number stays masked.
    const revealed = await reveal().catch(() => null);
    if (held.current) onChange(revealed);
  };
  const letGo = () => {
    held.current = false;
    onChange(null);
  };
  const isPress = ({ key }: { key: string }) => key === ' ' || key === 'Enter';
  return (
    <Button
      type="button"
      size="xsmall"
      variant="tertiary"
      data-color="neutral"
      icon={<EyeIcon title={label} />}
      onPointerDown={() => void hold()}
      onPointerUp={letGo}
      onPointerLeave={letGo}
      onKeyDown={(event) => {
        if (!isPress(event)) return;
        event.preventDefault();
        void hold();
      }}
      onKeyUp={(event) => isPress(event) && letGo()}
      onBlur={letGo}
    />
  );
}
