import { checkAuthentication } from '../authentication/registry';
import { requestFieldErrors } from '../requests/request-fields';
import type { AllowedSpaces, DataSourceSettings } from '../shared/contract';
import { fieldsSentence } from '../shared/field-sentences';
import type { HostPolicy } from '../shared/host-rules';
import { settingsBytes } from '../shared/limits';
import { Problem, type FieldError } from '../shared/problem';
import { urlRefusal } from '../requests/endpoint-rules';
import { checkClashes } from './clash-rules';
import { checkOwnAccounts } from './own-account-rules';

/** What the settings are about to be used for; a test or an attempt to authenticate needs less than a save. */
export type Purpose = 'save' | 'authenticate' | 'test';

/**
 * The broken rules of the settings, by field; empty if they may be used. Assumes the shape was validated: this is about
 * what the values mean.
 */
export function checkSettings(settings: DataSourceSettings, purpose: Purpose, policy: HostPolicy): FieldError[] {
  return [
    ...(purpose === 'save' ? [...checkName(settings.name), ...checkSpaces(settings.allowedSpaces)] : []),
    ...(purpose === 'test' ? [] : checkSize(settings)),
    ...checkRequest(settings, policy),
    ...checkAuthentication(settings.authentication, policy),
    ...checkOwnAccounts(settings),
  ];
}

/** @throws Problem `invalid-input` with the broken rules, if there are any */
export function requireValid(settings: DataSourceSettings, purpose: Purpose, policy: HostPolicy): void {
  refuseFields(checkSettings(settings, purpose, policy));
}

/** @throws Problem `invalid-input` if the list is not empty */
export function refuseFields(fields: FieldError[]): void {
  if (fields.length === 0) return;
  throw new Problem('invalid-input', fieldsSentence(fields.length), { fields });
}

function checkName(name: string): FieldError[] {
  return name.trim() === '' ? [{ path: 'name', message: 'Enter a name.' }] : [];
}

function checkSpaces(spaces: AllowedSpaces): FieldError[] {
  const error = (message: string) => [{ path: 'allowedSpaces', message }];
  if (spaces.mode === 'undecided') return error('Choose which spaces may show this data, or all spaces.');
  if (spaces.mode === 'all') return [];
  if (spaces.spaceIds.length === 0) return error('Choose at least one space, or all spaces.');
  return spaces.spaceIds.every((id) => /^\d{1,20}$/.test(id)) ? [] : error('One of the spaces is unknown.');
}

/** The URL is requested with its variables in it, so it may hold placeholders; the host never does. */
function checkRequest(settings: DataSourceSettings, policy: HostPolicy): FieldError[] {
  const { url } = settings.request;
  const message = url === '' ? 'Enter the URL.' : urlRefusal(url, policy);
  const rest = [...requestFieldErrors(settings), ...checkClashes(settings)];
  if (message === undefined) return rest;
  return [{ path: 'request.url', message }, ...rest.filter(({ path }) => path !== 'request.url')];
}

/** A record may hold 240 KB (Forge, "Key-value store limits"), of which others than the settings need a part. */
function checkSize(settings: DataSourceSettings): FieldError[] {
  if (Buffer.byteLength(JSON.stringify(settings)) <= settingsBytes) return [];
  const message = `All settings together can take up at most ${settingsBytes / 1000} KB. Shorten the body or the parameters.`;
  return [{ path: 'request.body', message }];
}
