import { useEffect } from 'react';

/** F6 goes to the next of the screen's areas (marked `data-area`), Shift+F6 to the one before: rail, content, answer panel. */
export function useAreaKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F6') return;
      event.preventDefault();
      const areas = [...document.querySelectorAll<HTMLElement>('[data-area]')].filter((area) => area.checkVisibility());
      // The innermost area that holds the focus: the answer panel lies inside the content.
      const current = areas.findLastIndex((area) => area.contains(document.activeElement));
      const next = (current + (event.shiftKey ? -1 : 1) + areas.length) % areas.length;
      areas[next]?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
