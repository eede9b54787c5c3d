import { useEffect } from 'react';
import { useAnnounce } from './Announcer.tsx';

/** Names the window after the page and announces the page. Never anything about a person: window titles are seen over shoulders. */
export function usePageTitle(title: string): void {
  const announce = useAnnounce();
  useEffect(() => {
    document.title = `${title} – Saksbord`;
    announce(title);
  }, [title, announce]);
}
