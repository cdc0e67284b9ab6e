import { compileSelector } from '../selectors/selector';
import type { DataSourceSettings, OAuth2Authentication } from '../shared/contract';
import { parseUrl } from '../shared/parse-url';
import { Problem, type FieldError } from '../shared/problem';
import { usesOwnAccounts } from './readers-epoch';

/**
 * What is wrong with settings by which requests are sent with the rights of readers, by field; empty where that is not so. An
 * admin must not be able to act through them, so nothing is sent that could change something.
 */
export function checkOwnAccounts({ authentication, request }: DataSourceSettings): FieldError[] {
  if (authentication.type !== 'oauth2' || !usesOwnAccounts({ authentication })) return [];
  return [
    ...checkGrantType(authentication),
    ...checkMethod(request),
    ...checkAccountField(authentication, request.url),
  ];
}

function checkGrantType({ grantType }: OAuth2Authentication): FieldError[] {
  if (grantType === 'authorization_code') return [];
  const message = 'Readers can sign in with the grant type Authorization Code only.';
  return [{ path: 'authentication.whoSignsIn', message }];
}

function checkMethod({ method, onlyReads }: DataSourceSettings['request']): FieldError[] {
  if (method !== 'POST' || onlyReads === true) return [];
  const message = 'Say that this POST only reads: it is sent with the rights of each reader.';
  return [{ path: 'request.method', message }];
}

/** The name is requested with the reader's tokens, which go to the API alone. */
function checkAccountField({ accountField }: OAuth2Authentication, apiUrl: string): FieldError[] {
  if (!accountField) return [];
  const api = parseUrl(apiUrl)?.origin;
  const isOfApi = api !== undefined && parseUrl(accountField.url)?.origin === api;
  const url = 'Enter an address of the API itself, such as the one of the signed-in user.';
  return [
    ...(isOfApi ? [] : [{ path: 'authentication.accountField.url', message: url }]),
    ...selectorErrors(accountField.selector),
  ];
}

function selectorErrors(selector: string): FieldError[] {
  try {
    compileSelector(selector);
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [{ path: 'authentication.accountField.selector', message: error.message }];
  }
}
