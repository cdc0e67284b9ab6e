import type { ListEntries } from '../../../../src/shared/contract';
import { callAdmin } from '../../../shared/call';
import { ProblemNote } from '../../../shared/ProblemNote';
import { useCall } from '../../../shared/useCall';
import { Loading } from '../../fields/Loading';
import type { FieldErrors } from '../../form-model/field-errors';
import { SelectInput } from '../../fields/SelectInput';
import { valuesOf } from '../../form-model/items';
import { ColumnInput } from '../columns/ColumnInput';
import { fromPanelSettings } from '../../form-model/panel/panel-values';
import type { OfferedColumn } from '../../form-model/panel/columns-after';
import { columnsAfter, offeredColumns } from '../../form-model/panel/columns-after';

type FromPanel = Extract<ListEntries, { from: 'panel' }>;

interface PanelEntriesProps {
  entries: FromPanel;
  onChange: (entries: FromPanel) => void;
  path: string;
  errors: FieldErrors;
  /** The panel that is edited, which is not offered. */
  panelId: string | undefined;
}

async function columnsOf(id: string): Promise<OfferedColumn[]> {
  if (id === '') return [];
  const { columns, rowSteps } = fromPanelSettings((await callAdmin('getPanel', { id })).settings);
  return columnsAfter(offeredColumns(columns), valuesOf(rowSteps));
}

/** Which panel's rows are the entries, and which of its columns hold value and label. */
export function PanelEntries({ entries, onChange, path, errors, panelId }: PanelEntriesProps) {
  const panels = useCall('panels', () => callAdmin('listPanels'));
  const columns = useCall(entries.panelId, () => columnsOf(entries.panelId));
  if (panels.call.state === 'loading') return <Loading what="the panels" />;
  if (panels.call.state === 'problem') {
    return <ProblemNote problem={panels.call.problem} viewer="admin" onRetry={panels.reload} />;
  }
  const offered = columns.call.state === 'value' ? columns.call.value : [];
  const { labelColumn, ...withoutLabel } = entries;
  return (
    <>
      <SelectInput
        label="Panel"
        value={entries.panelId || undefined}
        choices={panels.call.value
          .filter(({ id }) => id !== panelId)
          .map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => onChange({ from: 'panel', panelId: id, valueColumn: '' })}
        error={errors[`${path}.panelId`] ?? errors[path]}
        placeholder="Choose a panel"
      />
      {columns.call.state === 'problem' ? (
        <ProblemNote problem={columns.call.problem} viewer="admin" onRetry={columns.reload} />
      ) : null}
      <div className="field-pair">
        <ColumnInput
          label="Value"
          columns={offered}
          value={entries.valueColumn || undefined}
          onChange={(valueColumn) => onChange({ ...entries, valueColumn })}
          error={errors[`${path}.valueColumn`]}
        />
        <ColumnInput
          label="Label"
          columns={offered}
          value={labelColumn}
          none="The value itself"
          onChange={(key) => onChange(key === '' ? withoutLabel : { ...entries, labelColumn: key })}
          error={errors[`${path}.labelColumn`]}
        />
      </div>
    </>
  );
}
