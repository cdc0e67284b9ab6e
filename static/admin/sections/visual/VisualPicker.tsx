import { useId } from 'react';
import type { VisualName } from '../../../../src/shared/contract';
import { VisualIcon } from './visual-icons';
import { visualForms } from './visual-forms';

interface VisualPickerProps {
  chosen: VisualName;
  onChoose: (name: VisualName) => void;
}

const names = Object.keys(visualForms) as VisualName[];

/** The visuals side by side, one of them chosen. */
export function VisualPicker({ chosen, onChoose }: VisualPickerProps) {
  const group = useId();
  return (
    <fieldset className="visual-picker">
      <legend className="field-label">Visual</legend>
      {names.map((name) => (
        <label key={name} className="visual-choice">
          <input
            type="radio"
            name={group}
            value={name}
            checked={name === chosen}
            onChange={() => onChoose(name)}
            className="visually-hidden"
          />
          <VisualIcon name={name} />
          {visualForms[name].title}
        </label>
      ))}
    </fieldset>
  );
}
