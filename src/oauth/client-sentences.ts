import type { ClientAuthentication } from '../shared/contract';
import { sentences } from './provider-sentences';

/** Which endpoint was requested, by whom, and whether an earlier sign-in with it had worked. */
export interface Requested {
  endpoint: 'Token URL' | 'Revoke URL';
  clientAuthentication: ClientAuthentication;
  hadWorked: boolean;
  /** What the request showed for a grant, where that is no refresh token: the code of a sign-in, or a signed assertion. */
  proof?: 'code' | 'assertion';
}

/** What the server was shown of the client, and what an admin can choose instead. */
interface Shown {
  what: string;
  check: string;
  instead: string;
}

const secret = { what: 'the Client ID and Client Secret', check: 'check both' };
const shown: Record<ClientAuthentication, Shown> = {
  client_secret_post: { ...secret, instead: 'choose Secret in a header as client authentication' },
  client_secret_basic: { ...secret, instead: 'choose Secret in the body as client authentication' },
  private_key_jwt: {
    what: 'the Client ID and the assertion that the Private key has signed',
    check: 'check the Private key and the audience',
    instead: 'choose a client authentication with a secret',
  },
  none: { what: 'the Client ID', check: 'check it', instead: 'choose a client authentication with a secret' },
};

interface Meaning {
  happened: string;
  /** What can be wrong beside the client authentication. */
  remedies: string[];
}

/** What codes can mean that say little, because they can have several causes. */
function meaningOf(code: string, { what, check }: Shown): Meaning {
  switch (code) {
    case 'invalid_client':
      return { happened: `does not accept ${what}`, remedies: [check] };
    case 'unauthorized_client':
      return {
        happened: 'does not let this client use this grant type',
        remedies: ['allow it in the client’s registration at the provider', `check ${what}`],
      };
    case 'invalid_request':
      return {
        happened: 'found the request incomplete or wrong',
        remedies: ['check the URLs and the token parameters', `check ${what}`],
      };
    default:
      return { happened: 'refused the request with its own error code', remedies: [`check ${what}`] };
  }
}

const severalCauses = ['invalid_client', 'unauthorized_client', 'invalid_request'];
/** Servers say so of requests that are wrong, so that to wait is of no use. */
const misleading = 'server_error';

/**
 * A sentence for a code that can have several causes, unknown ones included, with all that can be wrong; `undefined` for
 * a code that says by itself what to do.
 */
export function clientSentence(code: string, { clientAuthentication, hadWorked }: Requested): string | undefined {
  const isClear = sentences.has(code) && code !== misleading && !severalCauses.includes(code);
  if (isClear) return undefined;
  const client = shown[clientAuthentication];
  const { happened, remedies } = meaningOf(code, client);
  const choices = [...remedies, client.instead, ...(hadWorked ? ['authenticate again'] : [])];
  return `The authorization server ${happened}. ${sentenceOf(choices)}`;
}

/** “Do this, do that, or do something else.” */
function sentenceOf(choices: readonly string[]): string {
  const first = choices.slice(0, -1).join(', ');
  const text = `${first}${choices.length > 2 ? ',' : ''} or ${choices.at(-1)}.`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
