import { Problem, type ProblemCode } from '../../shared/problem';

/**
 * The problem of a request that got no response, in a sentence that names the data source. Hosts stand in its detail
 * alone, which is for admins.
 */
export function unreached(error: unknown, name: string): unknown {
  if (!(error instanceof Problem)) return error;
  const told = sentences[error.code];
  if (told === undefined) return error;
  const { detail: more } = error.details;
  const isSaid = error.code === 'host-not-allowed' && more !== undefined;
  const detail = isSaid ? more : [error.message, more].filter(Boolean).join(' ');
  return new Problem(error.code, told.message(name), { ...error.details, remedy: told.remedy, detail });
}

interface Told {
  message: (name: string) => string;
  remedy?: string;
}

const timeoutMessage = (name: string) => `${name} took too long to respond. Try again later.`;

const sentences: Partial<Record<ProblemCode, Told>> = {
  'host-unknown': {
    message: (name) => `${name} cannot be reached, because its host name cannot be found.`,
    remedy: 'An admin can check its URL.',
  },
  'certificate-invalid': {
    message: (name) => `${name} was not contacted, because its server’s certificate is not valid.`,
    remedy: 'The API’s owner can renew it.',
  },
  'remote-unreachable': {
    message: (name) => `${name} cannot be reached.`,
    remedy: 'Try again later. If this keeps happening, an admin can test the data source.',
  },
  'remote-timeout': { message: timeoutMessage },
  'host-not-allowed': {
    message: (name) => `${name} is on a host that the app may not contact.`,
    remedy: 'A site admin can approve the host.',
  },
  'port-not-allowed': {
    message: (name) => `${name} uses a port that the app cannot reach.`,
    remedy: 'An admin can change its URL.',
  },
};

export function timeout(name: string, cause?: unknown): Problem {
  return new Problem('remote-timeout', timeoutMessage(name), { cause });
}
