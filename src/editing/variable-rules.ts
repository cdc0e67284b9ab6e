import { panelRequestErrors } from '../requests/panel-request';
import { selectorErrors } from '../requests/selector-field';
import { compilePattern, matchNothing } from '../selectors/pattern';
import type {
  DataSourceSettings,
  ListEntries,
  PanelSettings,
  PanelVariable,
  RowStep,
  ValuePattern,
} from '../shared/contract';
import { bindSelector } from '../placeholders/selector-template';
import { referenceRefusals, referencesIn } from '../placeholders/text-template';
import { type FieldError, Problem } from '../shared/problem';
import { contextPaths, isContextPath, isReserved } from '../panel/variables/context-paths';
import { valueRefusal } from '../panel/variables/variable-value';

/** The broken rules of a panel's variables, by field. */
export function checkVariables({ variables = [] }: Pick<PanelSettings, 'variables'>): FieldError[] {
  return variables.flatMap((variable, index) => {
    const path = `variables.${index}`;
    const isTwice = variables.findIndex(({ key }) => key === variable.key) < index;
    return [
      ...errorAt(
        `${path}.key`,
        isTwice ? `Another variable already has the key ${variable.key}.` : keyRefusal(variable.key),
      ),
      ...errorAt(`${path}.label`, labelRefusal(variable.label)),
      ...errorAt(`${path}.defaultValue`, defaultRefusal(variable)),
      ...(variable.type === 'text' && variable.pattern ? checkPattern(`${path}.pattern`, variable.pattern) : []),
      ...(variable.type === 'list' ? checkEntries(`${path}.entries`, variable.entries) : []),
    ];
  });
}

/** The broken rules of the places where variables are used, by field. */
export function checkUses(settings: PanelSettings, { variables }: Pick<DataSourceSettings, 'variables'>): FieldError[] {
  const isKnown = knownIn(settings);
  const { request, variableValues, filters, rowSteps = [], visual } = settings;
  return [
    ...filters.flatMap(({ selector }, index) => checkSelector(`filters.${index}.selector`, selector, isKnown)),
    ...Object.entries(variableValues).flatMap(([name, text]) => checkText(`variableValues.${name}`, text, isKnown)),
    ...(request ? panelRequestErrors(request, variables, isKnown) : []),
    ...rowSteps.flatMap((step, index) => checkStep(`rowSteps.${index}`, step, isKnown)),
    ...(visual.type === 'text' ? checkSentence(visual.text, isKnown) : []),
    ...(visual.type === 'number' ? checkText('visual.label', visual.label, isKnown) : []),
    ...(visual.type === 'number' ? checkText('visual.unit', visual.unit, isKnown) : []),
  ];
}

type IsKnown = (path: string) => boolean;

function knownIn({ variables = [] }: Pick<PanelSettings, 'variables'>): IsKnown {
  const keys = new Set(variables.map(({ key }) => key));
  return (path) => keys.has(path) || isContextPath(path);
}

const errorAt = (path: string, message: string | undefined): FieldError[] =>
  message === undefined ? [] : [{ path, message }];

function keyRefusal(key: string): string | undefined {
  if (key === '') return 'Enter a key. Filters refer to the variable by it.';
  if (!/^[\p{L}_][\p{L}\p{N}_]{0,49}$/u.test(key)) {
    return 'A key can have up to 50 letters, digits and _, and cannot start with a digit.';
  }
  return isReserved(key) ? `$.${key} is provided by Confluence. Choose another key.` : undefined;
}

function labelRefusal(label: string): string | undefined {
  return label.trim() === '' ? 'Enter a label. Readers see it.' : undefined;
}

function defaultRefusal(variable: PanelVariable): string | undefined {
  const { defaultValue } = variable;
  const [refusal] = referenceRefusals(defaultValue, isContextPath);
  if (refusal !== undefined) return `A default can use only these values of Confluence: ${known}.`;
  if (referencesIn(defaultValue).length > 0) return undefined;
  const why = valueRefusal(variable, defaultValue);
  return why && `The default ${why}.`;
}

function checkPattern(path: string, { expression, words }: ValuePattern): FieldError[] {
  const isReadable = expression !== '' && compilePattern(expression, true) !== matchNothing;
  return [
    ...errorAt(`${path}.expression`, isReadable ? undefined : 'Enter a regular expression, such as [A-Z]{2}-\\d{4}.'),
    ...errorAt(
      `${path}.words`,
      words.trim() === '' ? 'Enter what readers are told, such as a number like AB-1234.' : undefined,
    ),
  ];
}

const known = contextPaths.map((path) => `{$.${path}}`).join(', ');

function checkEntries(path: string, list: ListEntries): FieldError[] {
  if (list.from === 'panel')
    return errorAt(`${path}.valueColumn`, list.valueColumn === '' ? 'Choose a column.' : undefined);
  const { entries } = list;
  if (entries.length === 0) return [{ path: `${path}.entries`, message: 'Add at least one entry.' }];
  return entries.flatMap(({ value }, index) =>
    errorAt(`${path}.entries.${index}.value`, entryRefusal(value, entries.slice(0, index))),
  );
}

function entryRefusal(value: string, before: readonly { value: string }[]): string | undefined {
  if (value === '') return 'Enter a value.';
  return before.some((entry) => entry.value === value) ? 'This value is already in the list.' : undefined;
}

/** A number and a word: where one of them fits, a value is meant. */
const samples = ['1', 'word'];

function checkSelector(path: string, selector: string, isKnown: IsKnown): FieldError[] {
  const refusals = referenceRefusals(selector, isKnown);
  if (refusals.length > 0) return refusals.map((message) => ({ path, message }));
  if (referencesIn(selector).length === 0) return selectorErrors(path, selector);
  const [errors = []] = samples
    .map((sample) => boundErrors(path, selector, sample))
    .sort((a, b) => a.length - b.length);
  return errors;
}

function boundErrors(path: string, selector: string, sample: string): FieldError[] {
  const values = new Map(
    referencesIn(selector).flatMap((paths) => paths.map((path): [string, string] => [path, sample])),
  );
  try {
    return selectorErrors(path, bindSelector(selector, values));
  } catch (error) {
    if (error instanceof Problem) return [{ path, message: error.message }];
    throw error;
  }
}

function checkText(path: string, text: string, isKnown: IsKnown): FieldError[] {
  return referenceRefusals(text, isKnown).map((message) => ({ path, message }));
}

function checkStep(path: string, step: RowStep, isKnown: IsKnown): FieldError[] {
  if (step.kind === 'compute') return checkText(`${path}.column.expression`, step.column.expression, isKnown);
  if (step.kind !== 'where') return [];
  return step.conditions.flatMap(({ value }, index) => checkText(`${path}.conditions.${index}.value`, value, isKnown));
}

/** Between brackets a value would choose a column. */
function checkSentence(text: string, isKnown: IsKnown): FieldError[] {
  const isInBrackets = /\[[^[\]]*\{\s*\$/.test(text.replaceAll('[[', ''));
  const message = 'A variable cannot be used inside brackets, which name a column.';
  return [...errorAt('visual.text', isInBrackets ? message : undefined), ...checkText('visual.text', text, isKnown)];
}
