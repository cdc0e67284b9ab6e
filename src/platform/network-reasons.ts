import type { ProblemCode } from '../shared/problem';

/** Why a request came to nothing on its way. */
export interface NetworkReason {
  problem: ProblemCode;
  /** What happened, for everybody. */
  sentence: string;
  /** What an admin can do. */
  remedy: string;
  /** Whether the connection was not even there yet, so that nothing can have been carried out. */
  isUnsent?: true;
}

const unknownReason: NetworkReason = {
  problem: 'remote-unreachable',
  sentence: 'The server cannot be reached.',
  remedy: '',
};

const certificate = {
  problem: 'certificate-invalid',
  sentence: 'The certificate of the server is not valid, so nothing was sent.',
  remedy: 'It may have expired, been issued for another name, or lack its intermediate certificates.',
} as const;

/** Codes of Node's network, TLS and fetch errors. */
const reasons: readonly (NetworkReason & { codes: RegExp })[] = [
  {
    codes: /^ENOTFOUND$/,
    problem: 'host-unknown',
    sentence: 'The server’s name cannot be found.',
    remedy: 'Check the name for typos.',
    isUnsent: true,
  },
  {
    codes: /^(EAI_AGAIN|EAI_FAIL)$/,
    problem: 'remote-unreachable',
    sentence: 'The server’s name cannot be looked up right now.',
    remedy: '',
    isUnsent: true,
  },
  {
    codes: /^ECONNREFUSED$/,
    problem: 'remote-unreachable',
    sentence: 'The server refused the connection.',
    remedy: 'Check the port, and whether the server is running.',
    isUnsent: true,
  },
  { codes: /CERT|SELF_SIGNED|UNABLE_TO_/, ...certificate, isUnsent: true },
  { codes: /TLS|SSL/, ...certificate },
  {
    codes: /^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/,
    problem: 'remote-unreachable',
    sentence: 'The server closed the connection before it responded.',
    remedy: '',
  },
  {
    codes: /^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/,
    problem: 'remote-unreachable',
    sentence: 'There is no route to the server.',
    remedy: '',
  },
];

/** What a code of Node's network, TLS and fetch errors means. */
export function networkReason(code: string): NetworkReason {
  return reasons.find(({ codes }) => codes.test(code)) ?? unknownReason;
}
