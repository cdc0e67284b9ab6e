import { withoutEnd } from '../../../../src/shared/without-end';
import { listOf, type Part, partOf, textOf } from './document';

/** Where the operation's paths begin, without a slash at the end; a place for the host where the document names none. */
export function serverUrl(document: Part, operation: Part): { url: string; isNamed: boolean } {
  const [server] = [...listOf(operation.servers), ...listOf(document.servers)].map(partOf);
  const written = withoutEnd(withDefaults(textOf(server?.url), partOf(server?.variables)), '/');
  if (/^https?:\/\/[^/{}]+/i.test(written)) return { url: written, isNamed: true };
  const path = written.replace(/^(?:[a-z]+:)?\/\/[^/]*/i, '').replace(/^(?!\/|$)/, '/');
  return { url: `https://{host}${path}`, isNamed: false };
}

/** A `{variable}` of a server has a default (OpenAPI 3.1, "Server Variable Object"). */
function withDefaults(url: string, variables: Part): string {
  return url.replace(/\{([^{}]*)\}/g, (whole, name: string) => {
    const { default: usual } = partOf(variables[name]);
    return typeof usual === 'string' || typeof usual === 'number' ? String(usual) : whole;
  });
}
