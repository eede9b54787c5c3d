import { PlusIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** The button that adds a line; without it there is nothing to add. */
  readonly add?: { readonly label: string; readonly onClick: () => void };
  readonly children?: ReactNode;
}

/** One thing the household lives of or on: its name and the button on one line, and what is entered below. */
export const HouseholdPart = ({ title, add, children }: Props) => (
  <fieldset className="household-part" aria-label={title}>
    <div className="household-part-head">
      <strong>{title}</strong>
      {add && (
        <Button
          type="button"
          size="xsmall"
          variant="tertiary"
          icon={<PlusIcon aria-hidden />}
          aria-label={add.label}
          onClick={add.onClick}
        >
          {add.label}
        </Button>
      )}
    </div>
    {children}
  </fieldset>
);
