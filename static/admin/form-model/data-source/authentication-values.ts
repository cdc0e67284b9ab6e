import type { Authentication, TypedSecrets, WhoSignsIn } from '../../../../src/shared/contract';
import { apiKey, type ApiKeyValues, emptyApiKey } from './authentication/api-key';
import type { AuthenticationForm } from './authentication/authentication-form';
import { basic, type BasicValues, emptyBasic } from './authentication/basic';
import { bearer, type BearerValues, emptyBearer } from './authentication/bearer';
import { customHeader, type CustomHeaderValues, emptyCustomHeader } from './authentication/custom-header';
import { digest } from './authentication/digest';
import { none } from './authentication/none';
import { emptyOAuth2, oauth2, type OAuth2Values } from './authentication/oauth2';
import { emptyUser, type UserValues } from './authentication/user-values';

export type AuthenticationName = Authentication['type'];

/** How the app proves itself, as typed. The fields of the other types stay when the type is switched. */
export interface AuthenticationValues
  extends UserValues, BasicValues, BearerValues, ApiKeyValues, CustomHeaderValues, OAuth2Values {
  authenticationType: AuthenticationName;
}

export const emptyAuthentication: AuthenticationValues = {
  authenticationType: 'none',
  ...emptyUser,
  ...emptyBasic,
  ...emptyBearer,
  ...emptyApiKey,
  ...emptyCustomHeader,
  ...emptyOAuth2,
};

/** The authentication types, in the order of the list. A new one is a file and a line here. */
const forms: { readonly [Each in AuthenticationName]: AuthenticationForm<Each, AuthenticationValues> } = {
  none,
  basic,
  digest,
  bearer,
  'api-key': apiKey,
  'custom-header': customHeader,
  oauth2,
};

const formOf = (type: AuthenticationName) =>
  forms[type] as AuthenticationForm<AuthenticationName, AuthenticationValues>;

/** What the authentication type is called. */
export const authenticationLabel = (type: AuthenticationName): string => formOf(type).label;

/** Whether the chosen type obtains tokens with *Authenticate*. */
export const obtainsTokens = ({ authenticationType }: AuthenticationValues): boolean =>
  formOf(authenticationType).obtainsTokens === true;

/** Whose account the form has rows read with. */
export const whoSignsIn = (values: AuthenticationValues): WhoSignsIn =>
  values.authenticationType === 'oauth2' && values.grantType === 'authorization_code'
    ? values.whoSignsIn
    : 'one-account';

/** All authentication types with what they are called, as a list offers them. */
export const authenticationChoices = Object.entries(forms).map(
  ([value, { label }]) => ({ value, label }) as { value: AuthenticationName; label: string },
);

/** The authentication that the form says, without its secrets. */
export const toAuthentication = (values: AuthenticationValues): Authentication =>
  formOf(values.authenticationType).toSettings(values);

/** Stored settings as form values, with every secret left empty: that keeps the stored one. */
export const fromAuthentication = (authentication: Authentication): AuthenticationValues => ({
  ...emptyAuthentication,
  ...formOf(authentication.type).fromSettings(authentication),
  authenticationType: authentication.type,
});

/** The secrets typed for the chosen authentication type; empty ones, which keep what is stored, are left out. */
export function toSecrets(values: AuthenticationValues): TypedSecrets {
  const typed = formOf(values.authenticationType).secrets(values);
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== '' && value !== undefined));
}

/** The members of the chosen type that have a field on the screen. */
export const fieldsOnScreen = (values: AuthenticationValues): readonly string[] =>
  formOf(values.authenticationType).fields(values);

/** The names of the chosen type's secrets; one that ends in `.` stands for all that begin so. */
export const secretFields = ({ authenticationType }: AuthenticationValues): readonly string[] =>
  formOf(authenticationType).secretFields;

/** The same for all types. */
export const allSecretFields: readonly string[] = Object.values(forms).flatMap((form) => form.secretFields);
