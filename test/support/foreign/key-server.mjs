import { createServer } from 'node:http';
import Provider from 'oidc-provider';

/** An authorization server at the port given, whose one client proves itself with a private key; KEYS holds the public ones. */
const port = Number(process.argv[2]);
const client = {
  client_id: 'key-client',
  token_endpoint_auth_method: 'private_key_jwt',
  token_endpoint_auth_signing_alg: process.env.ALGORITHM,
  jwks: JSON.parse(process.env.KEYS),
  grant_types: ['client_credentials'],
  redirect_uris: [],
  response_types: [],
};
const settings = {
  clients: [client],
  features: { clientCredentials: { enabled: true }, introspection: { enabled: false } },
};
createServer(new Provider(`http://localhost:${port}`, settings).callback()).listen(port, '127.0.0.1');
