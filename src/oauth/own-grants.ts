import {
  clientCredentialsGrantRequest,
  genericTokenEndpointRequest,
  type ClientAuth,
  type ClientCredentialsGrantRequestOptions,
} from 'oauth4webapi';
import type { GrantType } from '../shared/contract';
import { protocolClient, serverOf, type OAuthClient, type Signing } from './client';

/** The grant types for which nobody signs in. */
export type OwnGrantType = Exclude<GrantType, 'authorization_code'>;

interface OwnRequest {
  client: OAuthClient;
  /** How the client authenticates. */
  proof: ClientAuth;
  /** Those of the settings, and the scopes. */
  parameters: string[][];
  signing: Signing;
}

type OwnGrant = (request: OwnRequest, options: ClientCredentialsGrantRequestOptions) => Promise<Response>;

const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** The token request of each of them. A new one is a line here. */
export const ownGrants: Readonly<Record<OwnGrantType, OwnGrant>> = {
  // RFC 6749 section 4.4
  client_credentials: ({ client, proof, parameters }, options) =>
    clientCredentialsGrantRequest(serverOf(client), protocolClient(client), proof, parameters, options),
  // RFC 7523 section 2.1
  jwt_bearer: async ({ client, proof, parameters, signing }, options) => {
    const { grantAssertion } = await import('./assertion');
    const all = [...parameters, ['assertion', await grantAssertion(client, signing)]];
    return genericTokenEndpointRequest(serverOf(client), protocolClient(client), proof, jwtBearer, all, options);
  },
  // RFC 6749 section 4.5
  other: ({ client, proof, parameters }, options) =>
    genericTokenEndpointRequest(
      serverOf(client),
      protocolClient(client),
      proof,
      client.otherGrantType ?? '',
      parameters,
      options,
    ),
};
