import type {
  DataSourceSettings,
  HeaderSettings,
  NotReady,
  RequestSettings,
  RequestVariable,
} from '../shared/contract';
import { compileRequest } from '../placeholders/request-template';
import { isSecretPlaceholder } from '../placeholders/secret-marks';
import type { FieldError } from '../shared/problem';
import { takesBody } from '../shared/request-methods';
import { headerRefusal } from './header-name';
import { paginationFieldErrors } from './pagination-fields';
import { selectorErrors } from './selector-field';

type CheckedRequest = Pick<DataSourceSettings, 'request' | 'variables' | 'pagination' | 'response'>;

/**
 * The broken rules of what is requested and how its pages go on, by field; empty if it may be requested. The host of
 * the URL and secret values are judged elsewhere.
 */
export function requestFieldErrors({ request, variables, pagination, response }: CheckedRequest): FieldError[] {
  return [
    ...templateErrors(request, variables),
    ...request.parameters.flatMap(({ name }, index) =>
      nameErrors(`request.parameters.${index}.name`, name, 'parameter'),
    ),
    ...headerErrors(request.headers),
    ...bodyErrors(request),
    ...variableErrors(variables),
    ...paginationFieldErrors(pagination, request),
    ...(response.errorSelector.trim() === '' ? [] : selectorErrors('response.errorSelector', response.errorSelector)),
    ...(response.notReady ? notReadyErrors(response.notReady) : []),
  ];
}

function notReadyErrors({ selector, values, urlSelector }: NotReady): FieldError[] {
  const path = 'response.notReady';
  const message = 'Enter the words that the API uses, such as running, queued.';
  return [
    ...selectorErrors(`${path}.selector`, selector),
    ...(values.length === 0 ? [{ path: `${path}.values`, message }] : []),
    ...(urlSelector.trim() === '' ? [] : selectorErrors(`${path}.urlSelector`, urlSelector)),
  ];
}

function templateErrors(request: RequestSettings, variables: readonly RequestVariable[]): FieldError[] {
  const { template, errors } = compileRequest(request);
  if (!template) return errors.map(({ path, message }) => ({ path: `request.${path}`, message }));
  const known = new Set(variables.map(({ name }) => name));
  const unknown = template.variables.filter((name) => !known.has(name) && !isSecretPlaceholder(name));
  return unknown.map((name) => ({
    path: 'variables',
    message: name.startsWith('$')
      ? `{${name}} can be used in panels only. The request of a data source has its own variables, written as {name}.`
      : `The request uses {${name}}, which is not among the variables. Add it, or write {{${name}}} for the text itself.`,
  }));
}

function nameErrors(path: string, name: string, what: string): FieldError[] {
  return name.trim() === '' ? [{ path, message: `Enter the name of the ${what}.` }] : [];
}

function headerErrors(headers: readonly HeaderSettings[]): FieldError[] {
  const names = headers.map(({ name }) => name.toLowerCase());
  return headers.flatMap(({ name }, index) => {
    const path = `request.headers.${index}.name`;
    const message = headerRefusal(name) ?? (names.indexOf(name.toLowerCase()) < index ? twice(name) : undefined);
    return message === undefined ? [] : [{ path, message }];
  });
}

const twice = (name: string) => `${name} is listed twice. Put its values into one header.`;

function bodyErrors({ method, body }: RequestSettings): FieldError[] {
  if (!takesBody(method) && body.kind !== 'none') {
    return [{ path: 'request.body', message: 'A GET request has no body. Choose POST, or remove the body.' }];
  }
  if (body.kind === 'form') {
    return body.fields.flatMap(({ name }, index) => nameErrors(`request.body.fields.${index}.name`, name, 'field'));
  }
  const isUnfit = body.kind === 'text' && !/^(?:[\x21-\x7e]+(?: [\x21-\x7e]+)*)?$/.test(body.contentType);
  const message = 'Enter a content type such as text/plain.';
  return isUnfit ? [{ path: 'request.body.contentType', message }] : [];
}

function variableErrors(variables: readonly RequestVariable[]): FieldError[] {
  const names = variables.map(({ name }) => name);
  return variables.flatMap(({ name }, index) => {
    const path = `variables.${index}.name`;
    if (name === '') return [{ path, message: 'Enter the name of the variable.' }];
    if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) {
      return [
        {
          path,
          message: 'The name of a variable can contain only letters, digits and _, and cannot start with a digit.',
        },
      ];
    }
    return names.indexOf(name) < index ? [{ path, message: `Another variable already has the name ${name}.` }] : [];
  });
}
