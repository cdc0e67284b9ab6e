import { TextAreaInput } from '../../fields/TextAreaInput';
import type { VisualFieldsProps } from './visual-fields-props';

/** A sentence with values of the first row in it. */
export function TextFields({ visual, edit, columns, errors }: VisualFieldsProps<'text'>) {
  const insert = (label: string): void => edit({ text: `${visual.text}[${label}]` }, 'text');
  return (
    <>
      <TextAreaInput
        label="Text"
        value={visual.text}
        onChange={(text) => edit({ text }, 'text')}
        help="[Label] is replaced with that column’s value in the first row."
        error={errors['visual.text']}
      />
      <div className="chips" role="group" aria-label="Insert a column">
        {columns.map(({ key, label }) => (
          <button key={key} type="button" className="chip" onClick={() => insert(label)}>
            [{label}]
          </button>
        ))}
      </div>
    </>
  );
}
