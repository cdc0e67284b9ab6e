import type { RequestMethod } from '../../../../src/shared/contract';

export interface CurlField {
  name: string;
  /** Belongs into a secret field, and is never stored or shown otherwise. */
  secret: boolean;
  value: string;
}

export type CurlBody =
  | { kind: 'none' }
  | { kind: 'json'; text: string }
  | { kind: 'form'; fields: { name: string; value: string }[] }
  | { kind: 'text'; text: string; contentType: string }
  | { kind: 'graphql'; query: string; variables: string };

/** Found credentials; their values are secret, user names and names of keys apart. */
export type CurlAuthentication =
  | { type: 'none' }
  | { type: 'basic' | 'digest'; username: string; password: string }
  | { type: 'bearer'; token: string }
  | { type: 'header'; name: string; value: string }
  | { type: 'query'; name: string; value: string };

/** The request a curl command makes, in the parts of the form. */
export interface CurlRequest {
  method: RequestMethod;
  /** Without its query. */
  url: string;
  parameters: CurlField[];
  /** Those that are not in `authentication`. */
  headers: CurlField[];
  body: CurlBody;
  authentication: CurlAuthentication;
  /** Plain sentences about what was left out because it makes no difference here. */
  notes: string[];
}

export type ParsedCurl = { request: CurlRequest; refusals?: undefined } | { request?: undefined; refusals: string[] };
