import { BodyShort, Button, Heading } from '@navikt/ds-react';
import type { GuideSection } from '../../shared/guide/guideParts.ts';
import { useText } from '../app/SessionContext.tsx';
import { usePageTitle } from '../ui/usePageTitle.ts';
import { GuidePartView } from './GuidePartView.tsx';
import './guide.css';

/** IT-veiledningen: read from the top, or from its contents; it can be printed. */
export function GuidePage() {
  const { guide } = useText();
  usePageTitle(guide.title);
  const sections: [string, GuideSection][] = Object.entries(guide.sections);
  return (
    <div className="page guide">
      <div className="page-head">
        <Heading level="1" size="medium">
          {guide.title}
        </Heading>
        <Button type="button" size="small" variant="secondary" onClick={() => window.print()}>
          {guide.print}
        </Button>
      </div>
      <BodyShort className="page-intro">{guide.intro}</BodyShort>
      <div className="guide-columns">
        <nav className="card guide-contents" aria-label={guide.contents}>
          <ol>
            {sections.map(([name, { title }]) => (
              <li key={name}>
                <a href={`#guide-${name}`}>{title}</a>
              </li>
            ))}
          </ol>
        </nav>
        <div className="guide-text">
          {sections.map(([name, { title, parts }]) => (
            <section key={name} className="card" aria-labelledby={`guide-${name}`}>
              <Heading level="2" size="small" id={`guide-${name}`} tabIndex={-1}>
                {title}
              </Heading>
              {parts.map((part) => (
                <GuidePartView key={JSON.stringify(part)} part={part} />
              ))}
            </section>
          ))}
        </div>
      </div>
    </div>
  );
}
