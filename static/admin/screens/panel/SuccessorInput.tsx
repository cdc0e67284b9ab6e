import type { PanelSummary } from '../../../../src/shared/contract';
import { callAdmin } from '../../../shared/call';
import { useCall } from '../../../shared/useCall';
import { SelectInput } from '../../fields/SelectInput';

interface SuccessorInputProps {
  /** The panel that goes. */
  panelId: string;
  successor: PanelSummary | undefined;
  onChange: (successor: PanelSummary | undefined) => void;
}

const none = '';

/** Which panel macros show in place of one that goes; nothing where there is no other one. */
export function SuccessorInput({ panelId, successor, onChange }: SuccessorInputProps) {
  const { call } = useCall('panels', () => callAdmin('listPanels'));
  const others = call.state === 'value' ? call.value.filter(({ id }) => id !== panelId) : [];
  if (others.length === 0) return null;
  const choices = others.map(({ id, name, dataSourceName }) => ({ value: id, label: `${name} (${dataSourceName})` }));
  return (
    <SelectInput
      label="Show instead"
      value={successor?.id ?? none}
      choices={[{ value: none, label: 'No panel' }, ...choices]}
      onChange={(id) => onChange(others.find((panel) => panel.id === id))}
    />
  );
}
