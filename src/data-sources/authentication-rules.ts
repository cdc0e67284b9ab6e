import type { ApiKeyAuthentication, Authentication } from '../shared/contract';
import type { HostPolicy } from '../shared/host-rules';
import type { FieldError } from '../shared/problem';
import { checkHeaderName, checkPrefix } from '../authentication/header-rules';
import { checkOAuth2 } from '../authentication/oauth2-rules';

/** What is wrong with the authentication, its secrets apart, by field; empty if it can be used. */
export function checkAuthentication(authentication: Authentication, policy: HostPolicy): FieldError[] {
  switch (authentication.type) {
    case 'none':
    case 'bearer':
      return [];
    case 'basic':
      return checkUsername(authentication.username);
    case 'api-key':
      return checkApiKey(authentication);
    case 'custom-header':
      return checkHeaderName('authentication.name', authentication.name);
    case 'oauth2':
      return checkOAuth2(authentication, policy);
  }
}

/** RFC 7617 section 2: the name ends at the first colon. */
function checkUsername(username: string): FieldError[] {
  const error = (message: string) => [{ path: 'authentication.username', message }];
  if (username === '') return error('Enter the user name.');
  if (username.includes(':')) return error('A user name holds no colon.');
  return hasControls(username) ? error('The user name holds a line break. Copy it again.') : [];
}

function checkApiKey({ placement, name, prefix }: ApiKeyAuthentication): FieldError[] {
  const path = 'authentication.name';
  if (placement === 'header') {
    return [...checkHeaderName(path, name), ...checkPrefix('authentication.prefix', prefix)];
  }
  if (name === '') return [{ path, message: 'Enter the name of the parameter.' }];
  return hasControls(name + prefix) ? [{ path, message: 'The name holds a line break. Copy it again.' }] : [];
}

const hasControls = (text: string) => /[\u0000-\u001f\u007f]/.test(text);
