const hostPattern = /^(\*\.)?([a-z0-9-]+\.)+[a-z0-9-]+(:\d+)?$/i;
const loopbackPattern = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * What is wrong with a domain to approve, or undefined. As in the manifest: `https:` only, a dot in the name, `*.` in
 * front or `*` alone; loopback hosts, also over `http:`, only with the host's switch.
 */
export function domainProblem(domain: string, allowLoopback: boolean): string | undefined {
  if (domain === '*') return undefined;
  const [, scheme = 'https', host = ''] = /^(?:([a-z]+):\/\/)?([^/]*)\/?$/i.exec(domain) ?? [];
  if (allowLoopback && loopbackPattern.test(host) && /^https?$/i.test(scheme)) return undefined;
  if (/^https$/i.test(scheme) && hostPattern.test(host)) return undefined;
  return `"${domain}" is not a domain that can be approved.`;
}
