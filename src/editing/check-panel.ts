import type { PanelSettings } from '../shared/contract';
import { firstRequest } from '../requests/first-request';
import type { DataSource } from '../data-sources/data-source';
import { type FieldError, Problem } from '../shared/problem';
import { checkVisual } from '../visuals/check-visual';
import { maxFilters } from '../panel/shape/bounds';
import { checkColumns } from './check-columns';
import { frameColumns } from '../panel/shape/frame-columns';
import { rowsPerPage } from '../panel/load/draw-panel';
import { resultColumns } from '../panel/shape/result-columns';
import { checkRowSteps } from '../panel/shape/row-steps/check-row-steps';
import { bindPanel } from '../panel/variables/bind-panel';
import { requestReferences } from '../panel/variables/used-references';
import { checkUses, checkVariables } from './variable-rules';

const maxNameLength = 100;
const maxDescriptionLength = 500;
const maxRowsPerPage = 500;

/** The broken rules of a panel on its data source, by field; empty if it may be saved. */
export function checkPanel(settings: PanelSettings, dataSource: DataSource): FieldError[] {
  return [...checkName(settings), ...checkQuery(settings, dataSource)];
}

/** The broken rules of what a panel asks and shows, which a preview needs too. */
export function checkQuery(settings: PanelSettings, dataSource: DataSource): FieldError[] {
  const { filters, columns, rowSteps = [], visual } = settings;
  const uses = [...checkVariables(settings), ...checkUses(settings, dataSource.settings)];
  const steps = [...checkColumns(columns), ...checkRowSteps(frameColumns(columns), rowSteps)];
  return [
    ...checkCount('filters', filters.length, maxFilters, 'Add a rows selector.'),
    ...uses,
    ...(uses.length === 0 ? requestErrors(settings, dataSource) : []),
    ...steps,
    ...checkRowsPerPage(rowsPerPage(visual)),
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

/** @throws Problem `invalid-input` if the list is not empty */
export function refuse(fields: FieldError[]): void {
  if (fields.length === 0) return;
  const count = fields.length === 1 ? 'One field needs' : `${fields.length} fields need`;
  throw new Problem('invalid-input', `${count} a change before this panel works.`, { fields });
}

function checkName({ name, description }: PanelSettings): FieldError[] {
  const errors: FieldError[] = [];
  if (name.trim() === '') errors.push({ path: 'name', message: 'Enter a name; editors pick the panel by it.' });
  if (name.length > maxNameLength) errors.push({ path: 'name', message: `Use at most ${maxNameLength} characters.` });
  if (description.length > maxDescriptionLength) {
    errors.push({ path: 'description', message: `Use at most ${maxDescriptionLength} characters.` });
  }
  return errors;
}

function checkCount(path: string, count: number, most: number, whenNone: string): FieldError[] {
  if (count === 0) return [{ path, message: whenNone }];
  return count > most ? [{ path, message: `At most ${most} are possible.` }] : [];
}

function checkRowsPerPage(rows: number): FieldError[] {
  const isPossible = Number.isInteger(rows) && rows >= 1 && rows <= maxRowsPerPage;
  return isPossible ? [] : [{ path: 'visual.rowsPerPage', message: `Enter a number from 1 to ${maxRowsPerPage}.` }];
}
