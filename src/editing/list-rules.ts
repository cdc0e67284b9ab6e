import type { PanelSettings } from '../shared/contract';
import type { EntityStorage } from '../ports';
import type { FieldError } from '../shared/problem';
import type { Panel } from '../panel/load/panel';
import { resultColumns } from '../panel/shape/result-columns';
import { isReadablePanel, readablePanel } from '../panel/load/panel-store';

/** The broken rules of lists whose entries are the rows of another panel, by field: it and its columns must be there. */
export async function checkLists(
  { variables = [] }: Pick<PanelSettings, 'variables'>,
  panels: Pick<EntityStorage<Panel>, 'get'>,
): Promise<FieldError[]> {
  const errors = variables.map(async (variable, index): Promise<FieldError[]> => {
    if (variable.type !== 'list' || variable.entries.from !== 'panel') return [];
    const { panelId, valueColumn, labelColumn = valueColumn } = variable.entries;
    const path = `variables.${index}.entries`;
    const other = await panels.get(panelId);
    if (!other || !isReadablePanel(other)) {
      return [{ path: `${path}.panelId`, message: 'This panel no longer exists. Choose another one.' }];
    }
    const keys = resultColumns(readablePanel(other).settings).map(({ key }) => key);
    const message = `${other.settings.name} no longer has this column. Choose another one.`;
    return Object.entries({ valueColumn, labelColumn })
      .filter(([, key]) => !keys.includes(key))
      .map(([field]) => ({ path: `${path}.${field}`, message }));
  });
  return (await Promise.all(errors)).flat();
}
