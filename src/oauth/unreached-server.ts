import { Problem, type ProblemCode } from '../shared/problem';

/**
 * The problem of a token or revoke request that got no response, in a sentence that says which server it was. Hosts
 * stand in its detail alone, which is for admins; an approval that is missing is told as it came.
 */
export function unreachedServer(error: unknown): Problem {
  if (!(error instanceof Problem)) {
    return new Problem('remote-unreachable', 'The connection to the authorization server was lost.', { cause: error });
  }
  const told = sentences[error.code];
  if (told === undefined) return error;
  const { sentence, remedy } = told;
  const detail = [error.message, error.details.detail].filter(Boolean).join(' ');
  return new Problem(error.code, sentence, { ...error.details, remedy, detail });
}

const sentences: Partial<Record<ProblemCode, { sentence: string; remedy?: string }>> = {
  'host-unknown': {
    sentence: 'The host name of the authorization server cannot be found.',
    remedy: 'An admin can check the Token URL.',
  },
  'certificate-invalid': {
    sentence: 'The certificate of the authorization server is not valid.',
    remedy: 'Its owner can renew it.',
  },
  'remote-unreachable': { sentence: 'The authorization server cannot be reached. Try again later.' },
  'remote-timeout': { sentence: 'The authorization server took too long to respond. Try again later.' },
};
