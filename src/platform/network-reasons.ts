import type { ProblemCode } from '../shared/problem';

/** Why a request came to nothing on its way. */
export interface NetworkReason {
  problem: ProblemCode;
  /** What happened, for everybody. */
  sentence: string;
  /** What an admin can do. */
  remedy: string;
}

const unknownReason: NetworkReason = {
  problem: 'remote-unreachable',
  sentence: 'The server cannot be reached.',
  remedy: '',
};

/** Codes of Node's network, TLS and fetch errors. */
const reasons: readonly (NetworkReason & { codes: RegExp })[] = [
  {
    codes: /^ENOTFOUND$/,
    problem: 'host-unknown',
    sentence: 'The name of the server cannot be found.',
    remedy: 'Check the name for typing errors.',
  },
  {
    codes: /^(EAI_AGAIN|EAI_FAIL)$/,
    problem: 'remote-unreachable',
    sentence: 'The name of the server cannot be looked up just now.',
    remedy: '',
  },
  {
    codes: /^ECONNREFUSED$/,
    problem: 'remote-unreachable',
    sentence: 'The server refused the connection.',
    remedy: 'Check the port, and whether the server runs.',
  },
  {
    codes: /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_/,
    problem: 'certificate-invalid',
    sentence: 'The certificate of the server is not valid, so nothing was sent.',
    remedy: 'It may have expired, be made for another name, or lack the certificates between it and a known authority.',
  },
  {
    codes: /^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/,
    problem: 'remote-unreachable',
    sentence: 'The server closed the connection before it answered.',
    remedy: '',
  },
  {
    codes: /^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/,
    problem: 'remote-unreachable',
    sentence: 'There is no way to the server from here.',
    remedy: '',
  },
];

/** What a code of Node's network, TLS and fetch errors means. */
export function networkReason(code: string): NetworkReason {
  return reasons.find(({ codes }) => codes.test(code)) ?? unknownReason;
}
