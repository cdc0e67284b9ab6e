import type { PanelSettings } from '../shared/contract';
import { firstRequest } from '../requests/first-request';
import type { DataSource } from '../data-sources/data-source';
import { whoSignsIn } from '../data-sources/who-signs-in';
import { settingsBytes } from '../shared/limits';
import { type FieldError, Problem } from '../shared/problem';
import { checkVisual } from '../visuals/check-visual';
import { checkColumns } from './check-columns';
import { checkFilters } from './check-filters';
import { refusalToSend } from '../panel/load/identity/only-reads';
import { frameColumns } from '../panel/shape/frame-columns';
import { resultColumns } from '../panel/shape/result-columns';
import { checkRowSteps } from '../panel/shape/row-steps/check-row-steps';
import { bindPanel } from '../panel/variables/bind-panel';
import { requestReferences } from '../panel/variables/used-references';
import { checkUses, checkVariables } from './variable-rules';

/** The broken rules of a panel on its data source, by field; empty if it may be saved. */
export function checkPanel(settings: PanelSettings, dataSource: DataSource): FieldError[] {
  return [...checkName(settings), ...checkSize(settings), ...checkQuery(settings, dataSource)];
}

/** The broken rules of what a panel requests and shows, which a preview needs too. */
export function checkQuery(settings: PanelSettings, dataSource: DataSource): FieldError[] {
  const { filters, columns, rowSteps = [], visual } = settings;
  const uses = [...checkVariables(settings), ...checkUses(settings, dataSource.settings)];
  const steps = [...checkColumns(columns), ...checkRowSteps(frameColumns(columns), rowSteps)];
  return [
    ...checkFilters(filters),
    ...checkReadersRequest(settings, dataSource),
    ...uses,
    ...(uses.length === 0 ? requestErrors(settings, dataSource) : []),
    ...steps,
    ...(steps.length === 0 ? checkVisual(visual, resultColumns(settings)) : []),
  ];
}

/**
 * What the data source's request cannot hold of the panel's values for it, by field. Where a value is not known yet, one
 * stands in that fits everywhere.
 */
function requestErrors(settings: PanelSettings, dataSource: DataSource): FieldError[] {
  const paths = [...requestReferences(settings).flat(), ...(settings.variables ?? []).map(({ key }) => key)];
  const { source, values } = bindPanel(
    { ...settings, filters: [] },
    dataSource,
    new Map(paths.map((path) => [path, '1'])),
  );
  try {
    firstRequest(source.settings, values);
    return [];
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalid-input') throw error;
    const fields = error.details.fields ?? [{ path: 'variableValues', message: error.message }];
    return fields.map(({ path, message }) => ({ path: path.replace(/^variables\./, 'variableValues.'), message }));
  }
}

/** What readers send with accounts of their own goes where the data source says. */
function checkReadersRequest({ request }: PanelSettings, { settings }: DataSource): FieldError[] {
  if (whoSignsIn(settings) === 'one-account') return [];
  const refusal = refusalToSend(settings, request);
  return refusal === undefined ? [] : [{ path: 'request.path', message: refusal }];
}

/** A record may hold 240 KB (Forge, "Key-value store limits"), of which others than the settings need a part. */
function checkSize(settings: PanelSettings): FieldError[] {
  if (Buffer.byteLength(JSON.stringify(settings)) <= settingsBytes) return [];
  const message = `All settings of a panel together can take up at most ${settingsBytes / 1000} KB. Shorten selectors, expressions or lists, or remove columns.`;
  return [{ path: 'columns', message }];
}

function checkName({ name }: PanelSettings): FieldError[] {
  return name.trim() === '' ? [{ path: 'name', message: 'Enter a name. Editors pick the panel by its name.' }] : [];
}
