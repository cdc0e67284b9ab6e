import { useRef } from 'react';
import type { VisualName, VisualSettings } from '../../../../src/shared/contract';
import { valuesOf } from '../../form-model/items';
import { columnsAfter, offeredColumns } from '../../form-model/panel/columns-after';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';
import type { VisualFieldsProps } from './visual-fields-props';
import { visualForms } from './visual-forms';
import { VisualPicker } from './VisualPicker';

/** How the panel is drawn, with the settings of that visual. What was set for another one comes back with it. */
export function VisualSection({ state }: { state: PanelFormState }) {
  const { values, errors, change } = state;
  const { visual } = values;
  const columns = columnsAfter(offeredColumns(values.columns), valuesOf(values.rowSteps));
  const former = useRef(new Map<VisualName, VisualSettings>());
  const choose = (name: VisualName): void => {
    if (name === visual.type) return;
    former.current.set(visual.type, visual);
    change({ visual: former.current.get(name) ?? visualForms[name].make(columns) }, 'visual');
  };
  const edit = (patch: Partial<VisualSettings>, ...members: string[]): void =>
    change({ visual: { ...visual, ...patch } as VisualSettings }, ...members.map((member) => `visual.${member}`));
  return (
    <div className="steps">
      <VisualPicker chosen={visual.type} onChoose={choose} />
      <div className="sub-fields">{fieldsOf<VisualName>(visual.type, visual, { edit, columns, errors })}</div>
      {errors.visual || errors['visual.type'] ? (
        <p className="field-error">{errors.visual ?? errors['visual.type']}</p>
      ) : null}
    </div>
  );
}

function fieldsOf<Name extends VisualName>(
  name: Name,
  visual: VisualSettings,
  props: Omit<VisualFieldsProps<Name>, 'visual'>,
) {
  const { Fields } = visualForms[name];
  return <Fields {...props} visual={visual as VisualFieldsProps<Name>['visual']} />;
}
