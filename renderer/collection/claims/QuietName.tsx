/** A label that tells which line it belongs to only to those who don't see the line. */
export const QuietName = ({ label, of }: { label: string; of: string }) => (
  <>
    {label}
    <span className="aksel-sr-only">, {of}</span>
  </>
);
