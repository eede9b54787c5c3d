import type { ReactNode } from 'react';
import './shell.css';

/** A page of its own, without bars: lock screen, persona choice, what stops the program. */
export const WindowPage = ({ children }: { children: ReactNode }) => (
  <main className="window-page">
    <div className="window-page-inner">{children}</div>
  </main>
);
