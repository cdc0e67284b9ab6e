import { Problem, type ProblemCode } from '../../shared/problem';

/**
 * The problem of a request that got no answer, in a sentence that names the data source. Hosts stand in its detail alone,
 * which is for admins.
 */
export function unreached(error: unknown, name: string): unknown {
  if (!(error instanceof Problem)) return error;
  const sentence = sentences[error.code];
  if (sentence === undefined) return error;
  const { detail: more } = error.details;
  const isSaid = error.code === 'host-not-allowed' && more !== undefined;
  const detail = isSaid ? more : [error.message, more].filter(Boolean).join(' ');
  return new Problem(error.code, `${name} ${sentence}`, { ...error.details, detail });
}

const sentences: Partial<Record<ProblemCode, string>> = {
  'host-unknown': 'cannot be reached, because the name of its server is not found. An admin can check its URL.',
  'certificate-invalid':
    'was not asked, because the certificate of its server is not valid. Whoever runs the API can renew it.',
  'remote-unreachable': 'cannot be reached. Try again later; if it stays, an admin can test the data source.',
  'remote-timeout': 'took too long to answer. Try again later.',
  'host-not-allowed': 'is on a host that the app may not contact. A site admin can approve the host.',
  'port-not-allowed': 'is at a port that the app cannot reach. An admin can change its URL.',
};

export function timeout(name: string, cause?: unknown): Problem {
  return new Problem('remote-timeout', `${name} took too long to answer. Try again later.`, { cause });
}
