import type { PanelVariable } from '../../../../src/shared/contract';

interface VariableChipsProps {
  /** What the value is put into, for screen readers. */
  into: string;
  variables: readonly PanelVariable[];
  onChoose: (template: string) => void;
}

/** The variables of the panel to be put into a field by a click; nothing without variables. */
export function VariableChips({ into, variables, onChoose }: VariableChipsProps) {
  const named = variables.filter(({ key }) => key !== '');
  if (named.length === 0) return null;
  return (
    <div className="chips" role="group" aria-label={`Variables for ${into}`}>
      {named.map(({ key, label }) => (
        <button key={key} type="button" className="chip" onClick={() => onChoose(`{$.${key}}`)}>
          Variable {label || key}
        </button>
      ))}
    </div>
  );
}
