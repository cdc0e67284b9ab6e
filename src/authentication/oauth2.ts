import type { OAuth2Authentication } from '../shared/contract';
import { tokenParameterSecretName } from '../shared/secret-names';
import type { AuthenticationType } from './authentication-type';
import { privateKey, signsAssertions } from './assertion-members';
import { oauth2Defaults, oauth2Members } from './oauth2-members';
import { checkOAuth2 } from './oauth2-rules';
import type { NeededSecret } from './secret';

/** Tokens of a grant, which is not among the secrets: what the API receives is made by `grants`. */
export const oauth2: AuthenticationType<'oauth2'> = {
  members: oauth2Members,
  check: checkOAuth2,
  secrets: (authentication) => [
    ...(hasClientSecret(authentication) ? [ofServer('clientSecret', 'the Client Secret')] : []),
    ...(signsAssertions(authentication) ? [privateKey] : []),
    ...authentication.tokenParameters
      .filter(({ secret }) => secret)
      .map(({ name }) => ofServer(tokenParameterSecretName(name), `the token parameter ${name}`)),
  ],
  secretNames: /^(?:clientSecret|privateKey|tokenParameter\.[\w.-]{1,100})$/, // names as RFC 6749 appendix A has them
  place: ({ tokenHeader }) => ({ in: 'headers', name: tokenHeader.name }),
  server: ({ tokenUrl, revokeUrl, clientId }) => ({ tokenUrl, revokeUrl, clientId }),
  defaults: oauth2Defaults,
};

/** Whether the client has a secret that it shows. */
export const hasClientSecret = ({ clientAuthentication: way }: OAuth2Authentication): boolean =>
  way === 'client_secret_post' || way === 'client_secret_basic';

const ofServer = (name: string, label: string): NeededSecret => ({
  name,
  label,
  receiver: 'authorization-server',
  kind: 'text',
});
