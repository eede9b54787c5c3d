import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

interface Props extends ComponentProps<'a'> {
  readonly variant?: 'primary' | 'secondary';
  readonly size?: 'medium' | 'small';
}

/** A way to another page that looks like a button. Aksel's `Button as={Link}` would be announced as a button, which it isn't. */
export const LinkButton = createLink(({ variant = 'primary', size = 'small', children, ...anchor }: Props) => (
  <a {...anchor} className={`aksel-button aksel-button--${size}`} data-variant={variant}>
    <span className={`aksel-label aksel-label--${size}`}>{children}</span>
  </a>
));
