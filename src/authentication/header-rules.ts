import { headerRefusal } from '../requests/request-fields';
import type { Authentication, DataSourceSettings } from '../shared/contract';
import type { FieldError } from '../shared/problem';

/** What is wrong with the name of a header that carries a credential, at that field. */
export function checkHeaderName(path: string, name: string): FieldError[] {
  const message = headerRefusal(name);
  return message === undefined ? [] : [{ path, message }];
}

/** What is wrong with the text that stands before a credential in a header, at that field. */
export function checkPrefix(path: string, prefix: string): FieldError[] {
  return /^[\x20-\x7e]*$/.test(prefix) ? [] : [{ path, message: 'The prefix has letters that no header can carry.' }];
}

/** Headers of the request, and parameters, that the authentication sets already, by field. */
export function checkClashes({ request, authentication }: DataSourceSettings): FieldError[] {
  const { in: place, name: taken } = credentialPlace(authentication);
  return request[place].flatMap(({ name }, index) => {
    const isSame = place === 'headers' ? name.toLowerCase() === taken.toLowerCase() : name === taken;
    if (!isSame) return [];
    const message = `The authentication sets ${name} already. Take one of them out.`;
    return [{ path: `request.${place}.${index}.name`, message }];
  });
}

/** Where the credential goes; no name where there is none. */
function credentialPlace(authentication: Authentication): { in: 'headers' | 'parameters'; name: string } {
  switch (authentication.type) {
    case 'basic':
    case 'bearer':
      return { in: 'headers', name: 'Authorization' };
    case 'custom-header':
      return { in: 'headers', name: authentication.name };
    case 'api-key':
      return { in: authentication.placement === 'header' ? 'headers' : 'parameters', name: authentication.name };
    case 'oauth2':
      return { in: 'headers', name: authentication.tokenHeader.name };
    case 'none':
      return { in: 'headers', name: '' };
  }
}
