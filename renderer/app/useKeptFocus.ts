import { useEffect } from 'react';

/** How long something that closes by itself (a dialog, a menu) gets to put the focus where it wants it, ms. */
const SETTLES_MS = 150;

/**
 * A button that was pressed may be disabled while it works, or go away with what it was about, and the focus goes with it. Gives it back to the
 * button, or to the content of the page, so that who works by keyboard does not start at the top again after every press.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: HTMLElement | null = null;
    let byKeyboard = false;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const remember = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement) last = target;
    };
    const typing = (): void => {
      byKeyboard = true;
    };
    const pointing = (): void => {
      byKeyboard = false;
    };
    const giveBack = (): void => {
      if (!byKeyboard || last === null || document.activeElement !== document.body || last.matches(':disabled')) return;
      (last.isConnected ? last : document.getElementById('content'))?.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(() => {
      clearTimeout(waiting);
      waiting = setTimeout(giveBack, SETTLES_MS);
    });
    document.addEventListener('focusin', remember);
    document.addEventListener('keydown', typing);
    document.addEventListener('pointerdown', pointing);
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    return () => {
      document.removeEventListener('focusin', remember);
      document.removeEventListener('keydown', typing);
      document.removeEventListener('pointerdown', pointing);
      observer.disconnect();
      clearTimeout(waiting);
    };
  }, []);
}
