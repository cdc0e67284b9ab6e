import { networkReason, tooSlow, unknownReason, type NetworkReason } from './network-reasons';

/** Why there is no response: nobody approved the host, or a reason with the words in which it came, if they are not known. */
export type NoResponse = 'not-approved' | (NetworkReason & { said?: string });

/** An error as the network throws it, with all that may lie inside of it. */
interface Thrown {
  name?: string;
  message?: string;
  code?: unknown;
  cause?: unknown;
  errors?: unknown[];
}

/**
 * Why a request failed. How the platform's proxy tells of it is documented nowhere, so every way is understood that its
 * packages, Node or public apps know of: a name, a code in any of the causes, a code inside a sentence.
 */
export function reasonOfError(error: unknown, isAborted: boolean): NoResponse {
  const thrown = withCauses(error);
  const texts = thrown.map(({ message = '' }) => message);
  if ([...texts, ...thrown.map(({ name = '' }) => name)].some((text) => notApproved.test(text))) return 'not-approved';
  if (isAborted) return tooSlow;
  const codes = thrown.flatMap(({ code }) => (typeof code === 'string' ? [code] : []));
  const named = [...codes, ...texts.flatMap((text) => text.match(codeInText) ?? [])];
  const known = named.map(networkReason).find((reason) => reason !== undefined);
  const said = [...texts, ...codes].filter((text) => text !== '').join(', ');
  return known ?? tunnelReason(texts) ?? { ...unknownReason, said };
}

/** Why a response is one of the platform's proxy itself; undefined where the host sent it. */
export function reasonOfResponse({ headers, status }: Response): NoResponse | undefined {
  const refusal = headers.get('forge-proxy-error');
  if (refusal !== null) return notApproved.test(refusal) ? 'not-approved' : saidByProxy(refusal, status);
  const unreached = headers.get('x-squid-error');
  if (unreached === null) return undefined;
  const [code = '', number = ''] = unreached.trim().split(/\s+/);
  return networkReason(errorNumbers[number] ?? '') ?? networkReason(code) ?? saidByProxy(unreached, status);
}

const notApproved = /REQUEST_EGRESS_ALLOWLIST_ERR|BLOCKED_EGRESS|EGRESS_NOT_ALLOWED|external fetch backend permissions/;
const codeInText = /\b(?:E[A-Z]{4,}|EAI_[A-Z]+|UND_ERR_[A-Z_]+|ERR_[A-Z_]+|(?:CERT|DEPTH|UNABLE|SELF)_[A-Z_]+)\b/g;

/** What Squid adds to `ERR_CONNECT_FAIL`: the error numbers of its system, which is a Linux. */
const errorNumbers: Partial<Record<string, string>> = {
  101: 'ENETUNREACH',
  104: 'ECONNRESET',
  110: 'ETIMEDOUT',
  111: 'ECONNREFUSED',
  113: 'EHOSTUNREACH',
};

const saidByProxy = (text: string, status: number): NoResponse => ({ ...unknownReason, said: `${text} (${status})` });

/** A client of a proxy that opened no tunnel tells the status that it got instead. */
function tunnelReason(texts: string[]): NoResponse | undefined {
  const status = texts.map((text) => /Proxy response \((\d{3})\)/.exec(text)?.[1]).find(Boolean);
  if (status === '403' || status === '407') return 'not-approved';
  return status === '504' ? tooSlow : undefined;
}

const deepest = 5;

/** The error, then what caused it, from outside to inside. */
function withCauses(error: unknown, depth = 0): Thrown[] {
  if (typeof error !== 'object' || error === null || depth === deepest) return [];
  const thrown: Thrown = error;
  return [thrown, ...[thrown.cause, ...(thrown.errors ?? [])].flatMap((each) => withCauses(each, depth + 1))];
}
