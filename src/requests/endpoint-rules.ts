import { checkUrl, type HostPolicy } from '../shared/host-rules';
import type { FieldError } from '../shared/problem';

/** What is wrong with a URL that is requested as it stands, at that field; empty if it can be requested. */
export function checkEndpoint(path: string, label: string, text: string, policy: HostPolicy): FieldError[] {
  const message = endpointRefusal(label, text, policy);
  return message === undefined ? [] : [{ path, message }];
}

function endpointRefusal(label: string, text: string, policy: HostPolicy): string | undefined {
  if (text === '') return `Enter ${label}.`;
  const placeholder = /[{<]([^{}<>]*)[}>]/.exec(text);
  if (placeholder) return `Replace ${placeholder[0]} with its value.`;
  return urlRefusal(text, policy);
}

/** Why the app may not contact this URL, or `undefined` if it may. */
export function urlRefusal(text: string, policy: HostPolicy): string | undefined {
  const { url, refusal } = checkUrl(text, policy);
  if (refusal !== undefined) return refusal;
  return url.hash === '' ? undefined : 'Remove the fragment (#…) from the URL; it is never sent to the server.';
}
