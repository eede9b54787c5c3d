import { BodyShort, Button, Dialog } from '@navikt/ds-react';
import { type ReactNode, type RefObject, useState } from 'react';
import { useText } from '../app/SessionContext.tsx';

interface Props {
  /** The button that opens the dialog. */
  readonly trigger: string;
  readonly triggerVariant?: 'primary' | 'secondary' | 'tertiary';
  readonly icon?: ReactNode;
  readonly title: string;
  readonly intro?: string;
  /** What will happen, in plain words. */
  readonly consequences: readonly string[];
  /** The one deliberate press. */
  readonly confirm: string;
  readonly destroys?: boolean;
  readonly pending: boolean;
  readonly onConfirm: () => void;
  /** Where the focus goes when the press takes the trigger away. */
  readonly returnFocusTo: RefObject<HTMLElement | null>;
}

/** A step that can't be undone: says so before, lists what will happen, and needs one deliberate press. */
export function ConfirmDialog(props: Props) {
  const { words } = useText().app;
  const [open, setOpen] = useState(false);
  const [confirmed, setConfirmed] = useState(false);
  const change = (next: boolean) => {
    setOpen(next);
    if (next) setConfirmed(false);
  };
  return (
    <Dialog open={open} onOpenChange={change} size="small">
      <Dialog.Trigger>
        <Button
          type="button"
          size="small"
          variant={props.triggerVariant ?? 'secondary'}
          icon={props.icon}
          loading={props.pending}
        >
          {props.trigger}
        </Button>
      </Dialog.Trigger>
      <Dialog.Popup
        role="alertdialog"
        width="small"
        closeOnOutsideClick={false}
        {...(confirmed && { returnFocusTo: props.returnFocusTo })}
      >
        <Dialog.Header>
          <Dialog.Title>{props.title}</Dialog.Title>
        </Dialog.Header>
        <Dialog.Body>
          {props.intro && <BodyShort spacing>{props.intro}</BodyShort>}
          <ul className="plain-list">
            {props.consequences.map((consequence) => (
              <li key={consequence}>{consequence}</li>
            ))}
          </ul>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.CloseTrigger>
            <Button type="button" size="small" variant="secondary">
              {words.cancel}
            </Button>
          </Dialog.CloseTrigger>
          <Button
            type="button"
            size="small"
            {...(props.destroys && { 'data-color': 'danger' })}
            onClick={() => {
              setConfirmed(true);
              setOpen(false);
              props.onConfirm();
            }}
          >
            {props.confirm}
          </Button>
        </Dialog.Footer>
      </Dialog.Popup>
    </Dialog>
  );
}
