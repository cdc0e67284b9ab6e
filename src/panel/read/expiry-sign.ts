import type { UpstreamResponse } from './upstream-response';
import { readChallenge } from './challenge';

/** Longer bodies are data, not a refusal. */
const longestRefusal = 2000;

/**
 * Whether the response says that the access token has ended: 401, one of the signs that APIs are known to give with another
 * status, or the one that the data source names, a status or a word of a short response.
 */
export function saysExpired(response: UpstreamResponse, sign = ''): boolean {
  if (response.status === 401) return true;
  const text = response.body.bytes.byteLength <= longestRefusal ? response.text() : '';
  return isKnown(response, text) || (sign !== '' && isNamed(sign, response.status, text));
}

function isNamed(sign: string, status: number, text: string): boolean {
  return /^\d{3}$/.test(sign) ? status === Number(sign) : status < 500 && text.includes(sign);
}

/** `invalid_token` (RFC 6750 section 3.1) with 400 or 403, as with Azure Log Analytics; ArcGIS counts on from HTTP's own. */
function isKnown({ status, headers }: UpstreamResponse, text: string): boolean {
  if (status === 498) return true;
  if (status === 400 || status === 403) return isTokenExpired(readChallenge(headers, text).code, text);
  return status === 200 && isExpiredError(text);
}

function isTokenExpired(code: string | undefined, text: string): boolean {
  const words = text.slice(0, 300).toLowerCase();
  return isCode(code) || (words.includes('token') && words.includes('expired'));
}

const isCode = (code: unknown) => code === 'invalid_token' || code === 'token_expired' || code === 'expired_token';

/** An error instead of data, as `{"error": {"code": 498}}` or `{"error": "invalid_token"}`. */
function isExpiredError(text: string): boolean {
  if (!/^\s*\{/.test(text)) return false;
  const error = errorIn(text);
  return isCode(error) || isErrorObject(error);
}

function isErrorObject(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code } = error as { code?: unknown };
  return isCode(code) || code === 498;
}

function errorIn(text: string): unknown {
  try {
    return (JSON.parse(text) as { error?: unknown }).error;
  } catch {
    return undefined;
  }
}
