import { Problem } from '../shared/problem';
import { clientSentence, type Requested } from './client-sentences';
import { sentences } from './provider-sentences';
import { refusedBy, type TokenRefusal } from './token-refusal';

/**
 * A plain sentence for the server's error: by Entra ID's own code where the description carries one, else by the code,
 * else a general one. Where the client was refused, what can have several causes names them.
 */
export function explain(error: string, description = '', client?: Requested): string {
  const code = /AADSTS\d{5,7}/.exec(description)?.[0] ?? '';
  const known = client && (proofSentence(error, client) ?? clientSentence(error, client));
  const said = sentences.get(code) ?? known ?? sentences.get(error);
  return said ?? 'The authorization server refused the request with its own error code.';
}

/** What `invalid_grant` means of something that was made a moment ago and so can neither have ended nor been revoked. */
function proofSentence(error: string, { proof }: Requested): string | undefined {
  return error === 'invalid_grant' && proof !== undefined ? refusedProof[proof] : undefined;
}

const refusedProof: Record<NonNullable<Requested['proof']>, string> = {
  code: 'The authorization server does not accept the code that it has just issued. Check the Callback URL in the client’s registration, whether the client may use PKCE, and the Client Secret.',
  assertion:
    'The authorization server does not accept the signed assertion. Check the Private key, the subject and the audience, and that the client is approved for this subject.',
};

/** The problem of a callback in which the server says no. */
export function authorizationDenied(error: string, description?: string): Problem {
  return new Problem('authorization-denied', explain(error, description), {
    remoteCode: error.slice(0, 100),
    detail: description?.slice(0, 500),
  });
}

/** The problem of a token or revoke request whose response was no success; `refused` tells to what it says no. */
export function tokenRefused(refusal: TokenRefusal, requested: Requested): Problem {
  const { status, code, words = membersSentence(refusal) } = refusal;
  return new Problem('exchange-failed', sentenceFor(refusal, requested), {
    remoteCode: code?.slice(0, 100),
    detail: words?.slice(0, 500),
    status,
    refused: refusedBy(refusal),
  });
}

function sentenceFor(refusal: TokenRefusal, requested: Requested): string {
  const { status, code, words, isPage, members } = refusal;
  const refused = refusedBy(refusal);
  if (code !== undefined)
    return explain(code, words, refused === 'client' || refused === 'grant' ? requested : undefined);
  if (refused === 'client') return explain('invalid_client', words, requested);
  if (refused === 'grant') return withoutReason(status, requested);
  if (status < 300 && members.length > 0) {
    return 'The response of the authorization server has no usable access token. Check the Token URL.';
  }
  const what = isPage ? ' and a web page' : status < 300 ? ', but not with a token' : '';
  const came = `The ${requested.endpoint} responded with status ${status}${what}.`;
  if (refused === undefined && status >= 300) return `${came} Try again later.`;
  return `${came} Check that URL, and what stands between the app and the authorization server.`;
}

/** Where a success holds no token, an admin can tell by the names where it may be; the values may be secret. */
const membersSentence = ({ status, members }: TokenRefusal): string | undefined =>
  status < 300 && members.length > 0 ? `Its members: ${members.join(', ')}.` : undefined;

function withoutReason(status: number, { hadWorked, endpoint }: Requested): string {
  return hadWorked
    ? `The provider did not renew the sign-in (${status}) and gave no reason. Authenticate again.`
    : `The ${endpoint} refused the request (${status}) and gave no reason. Check the Client ID, the Client Secret and how it is sent.`;
}
