import { clientSentence } from '../../../src/oauth/client-sentences';

const ways = ['client_secret_post', 'client_secret_basic', 'private_key_jwt', 'none'] as const;
const codes = ['invalid_client', 'unauthorized_client', 'invalid_request', 'server_error', 'E4711', 'constructor'];
const all = ways.flatMap((way) =>
  codes.flatMap((code) => [true, false].map((hadWorked) => [code, way, hadWorked] as const)),
);

test.each(all)(
  '%s for %s (after a sign-in that had worked: %s) names all that can be wrong',
  (code, way, hadWorked) => {
    const sentence = clientSentence(code, { endpoint: 'Token URL', clientAuthentication: way, hadWorked }) ?? '';
    expect(sentence).toMatch(
      /^The authorization server [^.]+\. [A-Z][^.]+, or [^.]+\.$|^The authorization server [^.]+\. [A-Z][^.,]+ or [^.]+\.$/,
    );
    expect(/Client Secret/.test(sentence)).toBe(way.startsWith('client_secret'));
    expect(/authenticate again/.test(sentence)).toBe(hadWorked);
    expect(/Secret in a header|Secret in the body|with a secret/.exec(sentence)?.[0]).toBe(
      {
        client_secret_post: 'Secret in a header',
        client_secret_basic: 'Secret in the body',
        private_key_jwt: 'with a secret',
        none: 'with a secret',
      }[way],
    );
  },
);

test.each(['invalid_scope', 'invalid_grant', 'unsupported_grant_type', 'bad_client_secret'])(
  '%s says by itself what to do',
  (code) => {
    const requested = { endpoint: 'Token URL', clientAuthentication: 'none', hadWorked: true } as const;
    expect(clientSentence(code, requested)).toBeUndefined();
  },
);
