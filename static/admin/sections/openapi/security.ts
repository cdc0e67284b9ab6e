import type { AuthenticationValues } from '../../form-model/data-source/authentication-values';
import { listOf, type Part, partOf, resolved, textOf } from './document';

/** How the operation wants to be signed in to, as form values without any secret; nothing where it says nothing known. */
export function securityOf(document: Part, operation: Part): Partial<AuthenticationValues> {
  const schemes = partOf(partOf(document.components).securitySchemes);
  const required = listOf(operation.security ?? document.security).flatMap((each) => Object.entries(partOf(each)));
  for (const [name, scopes] of required) {
    const values = valuesFor(resolved(schemes[name], document) ?? {}, listOf(scopes).map(String));
    if (values) return values;
  }
  return {};
}

function valuesFor(scheme: Part, scopes: readonly string[]): Partial<AuthenticationValues> | undefined {
  switch (textOf(scheme.type)) {
    case 'http':
      return httpValues(textOf(scheme.scheme).toLowerCase());
    case 'apiKey':
      return keyValues(scheme);
    case 'oauth2':
      return oauthValues(partOf(scheme.flows), scopes);
    default:
      return undefined;
  }
}

function httpValues(scheme: string): Partial<AuthenticationValues> | undefined {
  return scheme === 'basic' || scheme === 'bearer' || scheme === 'digest' ? { authenticationType: scheme } : undefined;
}

function keyValues(scheme: Part): Partial<AuthenticationValues> | undefined {
  const place = scheme.in === 'header' || scheme.in === 'query' ? scheme.in : undefined;
  const keyName = textOf(scheme.name);
  return place && { authenticationType: 'api-key', keyPlacement: place, keyName, keyPrefix: '' };
}

/** Flows in which an admin signs in, or the app itself does; the others have no place here. */
function oauthValues(flows: Part, scopes: readonly string[]): Partial<AuthenticationValues> | undefined {
  const isCode = flows.authorizationCode !== undefined;
  const flow = partOf(flows.authorizationCode ?? flows.clientCredentials);
  const tokenUrl = textOf(flow.tokenUrl);
  if (tokenUrl === '') return undefined;
  return {
    authenticationType: 'oauth2',
    grantType: isCode ? 'authorization_code' : 'client_credentials',
    authUrl: isCode ? textOf(flow.authorizationUrl) : '',
    tokenUrl,
    scopes: (scopes.length > 0 ? scopes : Object.keys(partOf(flow.scopes))).join(' '),
  };
}
