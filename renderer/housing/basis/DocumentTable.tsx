import { formatInstant } from '../../../shared/dates.ts';
import type { ProducedDocument } from '../../../shared/housing/caseFile.ts';
import { useText } from '../../app/SessionContext.tsx';

/** What has been made in the case; the SHA-256 shows that a file is the one that was made. */
export function DocumentTable({ documents }: { documents: readonly ProducedDocument[] }) {
  const { basis, assessment } = useText();
  const words = basis.documents;
  return (
    <div className="scroll-x">
      <table className="figures">
        <caption className="aksel-sr-only">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.fileName}</th>
            <th scope="col">{words.at}</th>
            <th scope="col">{words.by}</th>
            <th scope="col">{words.outcome}</th>
            <th scope="col">{words.rule}</th>
          </tr>
        </thead>
        <tbody>
          {documents
            .toSorted((a, b) => b.at.localeCompare(a.at))
            .map(({ id, fileName, at, by, outcome, ruleId, ruleVersion, sha256 }) => (
              <tr key={id}>
                <th scope="row">
                  {fileName}
                  <div className="sha256">
                    {words.sha256}: <code>{sha256}</code>
                  </div>
                </th>
                <td className="nowrap">{formatInstant(at)}</td>
                <td>{by}</td>
                <td>{assessment.outcomes[outcome]}</td>
                <td>
                  {ruleId} v{ruleVersion}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
