import type { FieldErrors } from '../field-errors';
import { columnTypeChoices } from '../../../../src/shared/column-types/choices';
import type { PanelValues } from './panel-values';

/** The paths of errors that some field of the form shows, whatever is set. */
const shown = [
  /^(name|description|dataSourceId|request(\.path|\.parameters(\..+)?)?|visual(\..+)?|freshness(\.\w+)?)$/,
  /^(variableValues(\..+)?|filters(\.\d+(\.selector)?)?|columns|rowSteps|variables)$/,
  /^columns\.\d+(\.(key|label|type|selector|sortSelector|align|width))?$/,
  /^variables\.\d+(\.(key|label|type|defaultValue|entries(\..+)?))?$/,
  /^rowSteps\.\d+(\.(conditions|aggregates|columns(\.\d+)?|sorts|count))?$/,
  /^rowSteps\.\d+\.conditions\.\d+(\.(column|operator|value))?$/,
  /^rowSteps\.\d+\.aggregates\.\d+(\.(function|column|label))?$/,
  /^rowSteps\.\d+\.sorts\.\d+(\.(column|direction))?$/,
  /^rowSteps\.\d+\.column(\.(label|type|expression))?$/,
];

const ofFormat = /^(?:columns\.(\d+)|rowSteps\.(\d+)\.column)\.format\.(\w+)/;

function isShown(path: string, values: PanelValues): boolean {
  const [, column, step, part] = ofFormat.exec(path) ?? [];
  if (part === undefined) return shown.some((pattern) => pattern.test(path));
  const rowStep = values.rowSteps[Number(step)]?.value;
  const computed = rowStep?.kind === 'compute' ? rowStep.column : undefined;
  const type = (step === undefined ? values.columns[Number(column)] : computed)?.type;
  return type !== undefined && columnTypeChoices[type].format.some((name) => name === part);
}

/** The messages that no field of the panel form shows, so that none is lost. */
export function unplacedPanelErrors(errors: FieldErrors, values: PanelValues): string[] {
  return Object.entries(errors)
    .filter(([path]) => !isShown(path, values))
    .map(([, message]) => message);
}
