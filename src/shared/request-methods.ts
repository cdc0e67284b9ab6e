import type { RequestMethod } from './contract';

/**
 * Methods that only read (RFC 9110 section 9.2.1; PROPFIND is of RFC 4918, REPORT of RFC 3253, SEARCH of RFC 5323), and POST,
 * with which many APIs take their queries. No other is sent.
 */
const bodies: Readonly<Record<RequestMethod, boolean>> = {
  GET: false,
  POST: true,
  PROPFIND: true,
  REPORT: true,
  SEARCH: true,
};

/** All methods that a request can have, in the order in which they are offered. */
export const requestMethods = Object.keys(bodies) as RequestMethod[];

/** Whether requests of the method can have a body. */
export const takesBody = (method: RequestMethod): boolean => bodies[method];

/** The text as a method, in any case; `undefined` for one that is not sent. */
export function requestMethod(text: string): RequestMethod | undefined {
  return requestMethods.find((method) => method === text.toUpperCase());
}
