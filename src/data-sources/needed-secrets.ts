import type { Authentication, DataSourceSettings, OAuth2Authentication } from '../shared/contract';

/** A secret that the settings call for. */
export interface NeededSecret {
  /** As in `SecretInput`. */
  name: string;
  /** In a sentence, as in "Enter the API key". */
  label: string;
  /** Who receives it: the API with each request, or the authorization server. */
  receiver: 'api' | 'authorization-server';
  /** What may stand in it: a header takes visible ASCII alone. */
  place: 'header' | 'text';
}

/** The secrets that these settings call for, each once; empty if they need none. */
export function neededSecrets({ authentication, request }: DataSourceSettings): NeededSecret[] {
  const all = [...ofAuthentication(authentication), ...ofHeaders(request.headers)];
  return all.filter((each, index) => all.findIndex(({ name }) => name === each.name) === index);
}

/** Those that the authorization server receives: with others the same connection is still the same client. */
export const clientSecretsOf = (settings: DataSourceSettings): NeededSecret[] =>
  neededSecrets(settings).filter(({ receiver }) => receiver === 'authorization-server');

/** Those that the API receives. */
export const apiSecretsOf = (settings: DataSourceSettings): NeededSecret[] =>
  neededSecrets(settings).filter(({ receiver }) => receiver === 'api');

/** The name under which the value of a secret header is kept. */
export const headerSecretName = (header: string) => `header.${header.toLowerCase()}`;

/** The name under which the value of a secret token parameter is kept. */
export const tokenParameterSecretName = (parameter: string) => `tokenParameter.${parameter}`;

function ofAuthentication(authentication: Authentication): NeededSecret[] {
  const ofApi = (name: string, label: string, place: NeededSecret['place']): NeededSecret[] => [
    { name, label, receiver: 'api', place },
  ];
  switch (authentication.type) {
    case 'none':
      return [];
    case 'basic':
      return ofApi('password', 'the password', 'text');
    case 'bearer':
      return ofApi('token', 'the token', 'header');
    case 'api-key':
      return ofApi('apiKey', 'the API key', authentication.placement === 'header' ? 'header' : 'text');
    case 'custom-header':
      return ofApi('headerValue', 'the value of the header', 'header');
    case 'oauth2':
      return ofOAuth2(authentication);
  }
}

function ofOAuth2({ clientAuthentication, tokenParameters }: OAuth2Authentication): NeededSecret[] {
  const ofServer = (name: string, label: string): NeededSecret => ({
    name,
    label,
    receiver: 'authorization-server',
    place: 'text',
  });
  const secret = clientAuthentication === 'none' ? [] : [ofServer('clientSecret', 'the Client Secret')];
  const parameters = tokenParameters
    .filter((each) => each.secret)
    .map(({ name }) => ofServer(tokenParameterSecretName(name), `the token parameter ${name}`));
  return [...secret, ...parameters];
}

const ofHeaders = (headers: DataSourceSettings['request']['headers']): NeededSecret[] =>
  headers
    .filter(({ secret }) => secret)
    .map(({ name }) => ({
      name: headerSecretName(name),
      label: `the value of the header ${name}`,
      receiver: 'api',
      place: 'header',
    }));
