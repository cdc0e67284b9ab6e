import type { PanelSettings, VariableValues, VariableView } from '../../shared/contract';
import type { ValuesByName } from '../../placeholders/values';
import { referencesIn } from '../../placeholders/text-template';
import { type ContextPath, isContextPath, momentPath } from './context-paths';
import { type ContextServices, readContext, type PageReader } from './read-context';
import { givenValue, resolveVariables } from './resolve-variables';
import { requestReferences, rowReferences, visualReferences } from './used-references';

/** What is put into a panel for one reader. */
export interface PanelInputs {
  /**
   * Of the panel's variables and of Confluence, by path; the moment is not among them, nor are variables whose default
   * rests on what Confluence does not tell.
   */
  values: ValuesByName;
  views: VariableView[];
  /** Keys of required variables without a value. */
  missing: string[];
  /** The panel uses who the reader is. */
  isAboutReader: boolean;
  /** The panel uses who the reader is or where they look, so what one gets says nothing of what others get. */
  isPersonal: boolean;
}

/**
 * The values of a panel's variables, and of Confluence's those that the panel uses.
 * @throws Problem `invalid-input` for a value that its variable cannot have
 */
export async function panelInputs(
  settings: PanelSettings,
  given: VariableValues,
  reader: PageReader,
  services: ContextServices,
): Promise<PanelInputs> {
  const paths = contextPathsOf(settings, given);
  return inputsWith(settings, given, await readContext(paths, reader, services));
}

/** What everybody gets who sets nothing; `undefined` where that depends on who looks, or rows need a value first. */
export function inputsForAll(settings: PanelSettings): PanelInputs | undefined {
  if ([...contextPathsOf(settings, {})].some((path) => path !== momentPath)) return undefined;
  const inputs = inputsWith(settings, {}, new Map());
  return inputs.missing.length === 0 ? inputs : undefined;
}

const minute = 60_000;
const hour = 60 * minute;

/**
 * The values with the moment among them, as ISO 8601 text: rounded down to how long rows are fresh, a minute at least and
 * an hour at most.
 */
export function atMoment(values: ValuesByName, now: number, freshMs: number): ValuesByName {
  const step = Math.min(Math.max(freshMs, minute), hour);
  const moment = new Date(Math.floor(now / step) * step).toISOString();
  return new Map(values).set(momentPath, moment);
}

function inputsWith(settings: PanelSettings, given: VariableValues, context: ValuesByName): PanelInputs {
  const { variables = [] } = settings;
  const resolved = resolveVariables(variables, given, context);
  const told = [...resolved.values].filter(([key]) => !resolved.untold.includes(key));
  return {
    values: new Map([...told, ...context]),
    views: resolved.views,
    missing: resolved.missing,
    isAboutReader: [...context.keys()].some((path) => path.startsWith('user.')),
    isPersonal: context.size > 0,
  };
}

function contextPathsOf(settings: PanelSettings, given: VariableValues): Set<ContextPath> {
  const { variables = [], visual } = settings;
  const defaults = variables.filter((variable) => givenValue(variable, given) === undefined);
  const references = [
    ...rowReferences(settings),
    ...requestReferences(settings),
    ...visualReferences(visual),
    ...defaults.flatMap(({ defaultValue }) => referencesIn(defaultValue)),
  ];
  return new Set(references.flat().filter(isContextPath));
}
