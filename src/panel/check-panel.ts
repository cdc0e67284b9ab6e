import type { ColumnSettings, PanelSettings } from '../contract';
import { firstRequest } from '../connectors/first-request';
import { selectorErrors } from '../connectors/selector-field';
import type { DataSource } from '../data-sources/data-source';
import { type FieldError, Problem } from '../problem';
import { maxColumns, maxFilters } from './bounds';

const maxNameLength = 100;
const maxDescriptionLength = 500;
export const maxRowsPerPage = 500;

/** The broken rules of a panel, by field; empty if it may be saved. */
export function checkPanel(settings: PanelSettings): FieldError[] {
  return [...checkName(settings), ...checkQuery(settings)];
}

/** The broken rules of what a panel asks and shows, which a preview needs too. */
export function checkQuery({ filters, columns, visual }: PanelSettings): FieldError[] {
  return [
    ...checkCount('filters', filters.length, maxFilters, 'Add a rows selector.'),
    ...filters.flatMap(({ selector }, index) => selectorErrors(`filters.${index}.selector`, selector)),
    ...checkCount('columns', columns.length, maxColumns, 'Add at least one column.'),
    ...columns.flatMap((column, index) => checkColumn(`columns.${index}`, column)),
    ...checkRowsPerPage(visual.rowsPerPage),
  ];
}

/** What the data source's request cannot hold of the panel's values for its variables, by field. */
export function valueErrors(
  { variableValues }: PanelSettings,
  { settings }: Pick<DataSource, 'settings'>,
): FieldError[] {
  try {
    firstRequest(settings, variableValues);
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

function checkColumn(path: string, { label, selector }: ColumnSettings): FieldError[] {
  const errors = selectorErrors(`${path}.selector`, selector);
  if (label.trim() === '') errors.push({ path: `${path}.label`, message: 'Enter a label.' });
  if (label.length > maxNameLength) {
    errors.push({ path: `${path}.label`, message: `Use at most ${maxNameLength} characters.` });
  }
  return errors;
}

function checkRowsPerPage(rows: number): FieldError[] {
  const isPossible = Number.isInteger(rows) && rows >= 1 && rows <= maxRowsPerPage;
  return isPossible ? [] : [{ path: 'visual.rowsPerPage', message: `Enter a number from 1 to ${maxRowsPerPage}.` }];
}
