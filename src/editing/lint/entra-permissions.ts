import type { Finding } from '../../shared/contract';
import type { LintInput } from './finding';
import { askedScopes, isEntra } from './scopes';

/** Permissions of Microsoft Graph that exist for applications only, by the "Microsoft Graph permissions reference". */
const applicationOnly = new Set(
  [
    'CallRecords.Read.All',
    'Chat.Read.All',
    'ChatMessage.Read.All',
    'Calendars.Read.All',
    'Mail.ReadBasic.All',
    'OnlineMeetings.Read.All',
    'Application.ReadWrite.OwnedBy',
    'Teamwork.Migrate.All',
    'Calls.AccessMedia.All',
  ].map((name) => name.toLowerCase()),
);

/** Responses of Entra after which a missing delegated permission is the likeliest cause. */
const consentCodes = [
  ...['AADSTS65001', 'AADSTS65005', 'AADSTS650053', 'AADSTS650056', 'AADSTS650057'],
  ...['AADSTS70011', 'AADSTS90008', 'AADSTS90094', 'AADSTS90095'],
];

/**
 * Microsoft Entra ID: an application permission cannot be used with the authorization code, nor a delegated one with the
 * client credentials, which take `.default` alone.
 */
export function entraPermissions(input: LintInput): Finding[] {
  if (!isEntra(input.authentication)) return [];
  return input.authentication.grantType === 'client_credentials' ? clientCredentials(input) : authorizationCode(input);
}

const remedy =
  'In Entra ID, add delegated permissions and grant admin consent, or use the grant type Client Credentials.';

function authorizationCode({ authentication, failureCodes = [] }: LintInput): Finding[] {
  const wrong = askedScopes(authentication).filter((scope) => applicationOnly.has(lastPart(scope).toLowerCase()));
  if (wrong.length > 0) {
    const message = `${wrong.join(', ')} is an application permission, which a sign-in cannot get. ${remedy}`;
    return [{ code: 'application-permission', severity: 'problem', message }];
  }
  if (!failureCodes.some((code) => consentCodes.includes(code))) return [];
  const message = `Entra ID did not grant the permissions. Application permissions do not work with sign-in. ${remedy}`;
  return [{ code: 'application-permission', severity: 'warning', message }];
}

function clientCredentials({ authentication }: LintInput): Finding[] {
  const scopes = askedScopes(authentication);
  if (scopes.length === 1 && isDefault(scopes[0] ?? '')) return [];
  const resource = /^(?:https|api):\/\/[^/]+/i.exec(scopes.find((scope) => /^(?:https|api):/i.test(scope)) ?? '')?.[0];
  const wanted = `${resource ?? 'https://graph.microsoft.com'}/.default`;
  const message = `With Client Credentials, Entra ID expects a single scope ending in /.default. The application permissions are chosen in Entra ID.`;
  const fix = { label: `Use ${wanted}`, patch: { scopes: wanted } };
  return [{ code: 'application-permission', severity: 'problem', message, fix }];
}

/** Without a resource before it, it is that of Microsoft Graph. */
const isDefault = (scope: string) => lastPart(scope) === '.default';

const lastPart = (scope: string) => scope.slice(scope.lastIndexOf('/') + 1);
