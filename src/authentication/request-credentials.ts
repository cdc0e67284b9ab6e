import type { RequestMethod } from '../shared/contract';

/** A request that is about to leave. */
export interface RequestTarget {
  method: RequestMethod;
  url: URL;
}

/** A challenge of the API that our requests answer, each one anew. */
export interface UsedChallenge {
  /** The `WWW-Authenticate` field as it came with the 401. */
  text: string;
  /** A random value of ours, the same in all responses. */
  clientNonce: string;
  /** Which of the responses the request carries, from 1 on. */
  count: number;
}

/** A request with the challenge that it answers; none before the API has made one. */
export interface RequestToSign extends RequestTarget {
  challenge?: UsedChallenge;
}

/** What authenticates one request. */
export interface RequestCredentials {
  /** By name in lower case. */
  headers: Record<string, string>;
  /** Query parameters that carry a credential, such as an API key. */
  parameters?: Record<string, string>;
  /** Secrets by the names of their placeholders in the query and the body. */
  placed?: Readonly<Record<string, string>>;
}

/** The credentials that are one header. */
export const headerCredentials = (name: string, value: string): RequestCredentials => ({
  headers: { [name.toLowerCase()]: value },
});
