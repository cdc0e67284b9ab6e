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
  'host-unknown': 'cannot be reached, because its host name cannot be found. An admin can check its URL.',
  'certificate-invalid':
    'was not contacted, because its server’s certificate is not valid. The API’s owner can renew it.',
  'remote-unreachable':
    'cannot be reached. Try again later. If this keeps happening, an admin can test the data source.',
  'remote-timeout': 'took too long to respond. Try again later.',
  'host-not-allowed': 'is on a host that the app may not contact. A site admin can approve the host.',
  'port-not-allowed': 'uses a port that the app cannot reach. An admin can change its URL.',
};

export function timeout(name: string, cause?: unknown): Problem {
  return new Problem('remote-timeout', `${name} took too long to respond. Try again later.`, { cause });
}
