import { createServer } from 'node:http';
import Provider from 'oidc-provider';

/** An authorization server at the port given that publishes its endpoints as RFC 8414 has it, and not as OpenID has it. */
const port = Number(process.argv[2]);
const handle = new Provider(`http://localhost:${port}`, { features: { revocation: { enabled: true } } }).callback();

createServer((request, response) => {
  if (request.url === '/.well-known/openid-configuration') response.writeHead(404).end();
  else handle(request, response);
}).listen(port, '127.0.0.1');
