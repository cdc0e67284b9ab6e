import type { Refusal } from '../authentication/refusal';
import type { Grant } from './grant';
import type { RequestCredentials, RequestTarget } from '../authentication/request-credentials';

/**
 * The right to call one data source, without a token in the hand: headers are made on demand, so nothing is refreshed
 * for a response that comes from a snapshot.
 */
export interface Access {
  /** Whose rights these are: `shared`, or an account id once readers connect their own accounts. */
  identity: string;
  /** Grows with every new grant; part of a snapshot's key, so rows never outlive the grant they were read with. */
  epoch: number;
  /** The record that says so, as it was read; absent where there is none. */
  grant?: Pick<Grant, 'id' | 'rev'>;
  /** Origins that may receive the headers, or `undefined` where no credentials are involved. */
  origins: readonly string[] | undefined;
  /**
   * What authenticates the requests for one page; it makes nothing where the data source needs none. Refreshes the
   * grant first if its access token is about to expire.
   * @throws Problem `not-authenticated`, `reconnect-needed`, `busy` (somebody else refreshes; try again)
   */
  headers(): Promise<AccessHeaders>;
  /**
   * Fresh headers after the API refused `refused`, with `challenge` in its `WWW-Authenticate` field, or `undefined`
   * when another try would be pointless: the grant was refreshed moments ago, or there is nothing to refresh or to answer.
   */
  headersAfterRefusal(refused: AccessHeaders, challenge: string): Promise<AccessHeaders | undefined>;
  /** Somebody must sign in before new rows can be read; absent where no sign-in is involved. */
  isReconnectNeeded?: boolean;
  /** How the API says that a token has ended, beside the signs that all are known to give; as in the settings. */
  expirySign?: string;
  /**
   * Why a 401 with this challenge is the last word, or `undefined` where the response says more of it. Absent where no
   * challenge is answered.
   */
  whyRefused?(challenge: string): Refusal | undefined;
}

export interface AccessHeaders {
  /** What goes into one request, made anew for each that leaves, repeated and redirected ones too. */
  forRequest(target: RequestTarget): RequestCredentials;
  /** Names the token set that was used, to tell whether another one is stored by now. Not a secret. */
  tokenSet: string;
}

/** Headers that are the same for all requests. */
export const sameForAll = (credentials: RequestCredentials, tokenSet: string): AccessHeaders => ({
  forRequest: () => credentials,
  tokenSet,
});
