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

/** Where nothing is known but that there is no response. */
export const unknownReason: NetworkReason = {
  problem: 'remote-unreachable',
  sentence: 'The server cannot be reached.',
  remedy: '',
};

export const tooSlow: NetworkReason = {
  problem: 'remote-timeout',
  sentence: 'The server took too long to respond.',
  remedy: '',
};

const certificate = {
  problem: 'certificate-invalid',
  sentence: 'The certificate of the server is not valid, so nothing was sent.',
  remedy: 'It may have expired, been issued for another name, or lack its intermediate certificates.',
} as const;

/** Codes of Node's network, TLS and fetch errors, and of the errors that the Squid proxy names in `X-Squid-Error`. */
const reasons: readonly (NetworkReason & { codes: RegExp })[] = [
  {
    codes: /^(ENOTFOUND|ERR_DNS_FAIL)$/,
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
  { codes: /^(UND_ERR_CONNECT_TIMEOUT)$/, ...tooSlow, isUnsent: true },
  {
    codes: /^(ETIMEDOUT|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT|ERR_READ_TIMEOUT|ERR_LIFETIME_EXP)$/,
    ...tooSlow,
  },
  {
    codes: /^(ERR_ACCESS_DENIED|ERR_FORWARDING_DENIED|ERR_CONFLICT_HOST)$/,
    problem: 'host-not-allowed',
    sentence: 'Atlassian’s network does not let requests through to this host.',
    remedy: 'It must be reachable from the internet, under a public address and on a port that apps may use.',
    isUnsent: true,
  },
  { codes: /CERT|SELF_SIGNED|UNABLE_TO_|^ERR_SECURE_CONNECT_FAIL$/, ...certificate, isUnsent: true },
  { codes: /TLS|SSL/, ...certificate },
  {
    codes:
      /^(ECONNRESET|EPIPE|UND_ERR_SOCKET|ERR_READ_ERROR|ERR_WRITE_ERROR|ERR_ZERO_SIZE_OBJECT|ERR_SECURE_ACCEPT_FAIL)$/,
    problem: 'remote-unreachable',
    sentence: 'The server closed the connection before it responded.',
    remedy: '',
  },
  {
    codes: /^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ERR_CANNOT_FORWARD)$/,
    problem: 'remote-unreachable',
    sentence: 'There is no route to the server.',
    remedy: '',
  },
  {
    codes: /^ERR_CONNECT_FAIL$/,
    problem: 'remote-unreachable',
    sentence: 'No connection to the server could be made.',
    remedy: 'Check the port, and whether the server is running and reachable from the internet.',
    isUnsent: true,
  },
];

/** What such a code means; undefined for one that is not known. */
export function networkReason(code: string): NetworkReason | undefined {
  return reasons.find(({ codes }) => codes.test(code));
}
