import type { DetectedPagination, ExampleResponse, PanelProposal } from '../../shared/contract';
import { parseUrl } from '../../shared/parse-url';
import { Problem } from '../../shared/problem';
import { detectPagination } from '../../requests/detect-pagination';
import { proposePanel } from './propose-panel';

/**
 * The rows and columns of a response that nobody sent but a document describes, and how its pages go on, where that shows.
 * @throws Problem `invalid-input`
 */
export function proposeFromExample({ url, headers, document }: ExampleResponse): {
  panel: PanelProposal;
  pagination?: DetectedPagination;
} {
  const requested = parseUrl(url);
  if (!requested) throw new Problem('invalid-input', 'The example does not say what was requested.');
  const value = parsed(document);
  const panel = proposePanel(value, { request: { url: requested } });
  const named = headers.map(({ name, value: text }) => [name.toLowerCase(), text] as const);
  const linkHeader = named.find(([name]) => name === 'link')?.[1] ?? null;
  const pagination = detectPagination({
    url: requested,
    document: value,
    linkHeader,
    headers: named,
    rowsSelector: panel.rowsSelector,
  });
  return { panel, ...(pagination && { pagination }) };
}

function parsed(document: string): unknown {
  try {
    return JSON.parse(document);
  } catch (cause) {
    throw new Problem('invalid-input', 'The example is not JSON.', { cause });
  }
}
