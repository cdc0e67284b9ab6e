import type { DataSourceSettings, PanelRequest, RequestVariable } from '../shared/contract';
import type { ValuesByName } from '../placeholders/values';
import { parseReference, valueOfReference } from '../placeholders/reference';
import { compileUrl } from '../placeholders/url-template';
import type { FieldError } from '../shared/problem';

type Parameters = PanelRequest['parameters'];

/**
 * The data source's settings with what a panel requests beyond them in its request: a path below its URL, parameters of
 * which one takes the place of those with its name, and, as further variables, what `{$.key}` stands for in them.
 */
export function withPanelRequest<Settings extends Pick<DataSourceSettings, 'request' | 'variables'>>(
  settings: Settings,
  { path, parameters }: PanelRequest,
  values: ValuesByName,
): Settings {
  const { request, variables } = settings;
  const isReplaced = (name: string) => parameters.some((each) => each.name === name);
  const kept = request.parameters.filter(({ name }) => !isReplaced(name));
  const url = urlBelow(request.url, path, isReplaced);
  return {
    ...settings,
    request: { ...request, url, parameters: [...kept, ...parameters] },
    variables: [...variables, ...referencesOf({ path, parameters }, values)],
  };
}

/** What is wrong with a panel's path and parameters, given the data source's variables; paths begin with `request`. */
export function panelRequestErrors(
  { path, parameters }: PanelRequest,
  variables: readonly Pick<RequestVariable, 'name'>[],
  isKnown: (path: string) => boolean,
): FieldError[] {
  const pathRefusal = refusalOfPath(path);
  if (pathRefusal !== undefined) return [{ path: 'request.path', message: pathRefusal }];
  const { template, errors } = compileUrl(
    urlBelow(anyUrl, path, () => false),
    parameters,
  );
  const unnamed = parameters.flatMap(({ name }, index) =>
    name.trim() === ''
      ? [{ path: `request.parameters.${index}.name`, message: 'Enter the name of the parameter.' }]
      : [],
  );
  if (!template) return [...errors.map(asPanelField), ...unnamed];
  const isThere = (name: string) =>
    parseReference(name)?.every(isKnown) ?? variables.some((variable) => variable.name === name);
  const unknown = template.variables.filter((name) => !isThere(name));
  const message = `Neither the panel nor the data source has the variable ${unknown.map((name) => `{${name}}`).join(', ')}.`;
  return [...(unknown.length > 0 ? [{ path: 'request', message }] : []), ...unnamed];
}

const anyUrl = 'https://host.example';

function asPanelField({ path, message }: FieldError): FieldError {
  return { path: path === 'url' ? 'request.path' : `request.${path}`, message };
}

/** Why the path could lead somewhere else than below the data source's URL, or `undefined`. */
function refusalOfPath(path: string): string | undefined {
  if (/[?#]/.test(path)) return 'A path cannot contain ? or #. Enter parameters in their own fields.';
  if (/[\s\\\p{Cc}]/u.test(path.replace(/\{[^{}]*\}/g, ''))) return 'A path cannot contain spaces or backslashes.';
  const segments = path.replace(/^\//, '').split('/').map(decoded);
  if (segments.some((segment) => segment === '.' || segment === '..' || /[/\\]/.test(segment))) {
    return 'The path must stay below the URL of the data source. Remove . and .. from it.';
  }
  return path !== '' && segments.slice(0, -1).includes('') ? 'Remove one of the two slashes in a row.' : undefined;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The URL with the path below it, and without the query items that are replaced. */
function urlBelow(url: string, path: string, isReplaced: (name: string) => boolean): string {
  const [, base = '', query = ''] = /^([^?#]*)(?:\?([^#]*))?/.exec(url) ?? [];
  const below = path.replace(/^\//, '');
  const items = query.split('&').filter((item) => item !== '' && !isReplaced(nameOf(item)));
  const whole = below === '' ? base : `${base.replace(/\/$/, '')}/${below}`;
  return items.length > 0 ? `${whole}?${items.join('&')}` : whole;
}

const nameOf = (item: string) => decoded((item.split('=')[0] ?? '').replaceAll('+', ' '));

function referencesOf({ path, parameters }: { path: string; parameters: Parameters }, values: ValuesByName) {
  const { template } = compileUrl(
    urlBelow(anyUrl, path, () => false),
    parameters,
  );
  return (template?.variables ?? []).flatMap((name): RequestVariable[] => {
    const reference = parseReference(name);
    return reference ? [{ name, defaultValue: valueOfReference(reference, values) }] : [];
  });
}
