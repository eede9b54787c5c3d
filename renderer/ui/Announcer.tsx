import { createContext, type ReactNode, use, useState } from 'react';

const AnnounceContext = createContext<(message: string) => void>(() => undefined);

/** Says things to people who listen to the screen instead of looking at it. */
export function Announcer({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState('');
  return (
    <AnnounceContext value={setMessage}>
      {children}
      <div role="status" className="aksel-sr-only">
        {message}
      </div>
    </AnnounceContext>
  );
}

/** A function that announces one sentence. */
export const useAnnounce = (): ((message: string) => void) => use(AnnounceContext);
