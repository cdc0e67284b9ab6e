import type { PanelProposal } from '../../../src/contract';

interface OtherRowsProps {
  proposal: PanelProposal | undefined;
  onChoose: (rowsSelector: string) => void;
}

/** Other lists in the response that could be the rows, to be chosen by a click. */
export function OtherRows({ proposal, onChoose }: OtherRowsProps) {
  const others = proposal?.otherRowsSelectors ?? [];
  if (others.length === 0) return null;
  return (
    <div className="other-rows">
      <p className="field-help">Other lists in the response:</p>
      <ul>
        {others.map((selector) => (
          <li key={selector}>
            <button type="button" className="link" onClick={() => onChoose(selector)}>
              <code>{selector}</code>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
