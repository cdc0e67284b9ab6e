import { parseUrl } from './parse-url';

/** Ports that the platform lets functions reach: Forge, "Node.js runtime", 2026-09-21. */
const allowedPorts = ['', '80', '443', '8080', '8443', '8444', '7990', '8089', '8090', '8085', '8060'];

/**
 * Names that only resolve inside a network: RFC 6761, RFC 6762, RFC 7686, RFC 8375, ICANN's `.internal`, those of RFC 6762
 * appendix G, and what clusters and routers are named by.
 */
const privateSuffixes = [
  '.localhost',
  '.local',
  '.localdomain',
  '.internal',
  '.intranet',
  '.intra',
  '.private',
  '.corp',
  '.home',
  '.home.arpa',
  '.lan',
  '.svc',
  '.onion',
];

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

export interface HostPolicy {
  /** Accept `http:` and any port on loopback hosts: only on the local host with its demo servers. */
  loopbackAllowed: boolean;
}

/** `isPort`: the host may be contacted, only not at this port. */
export type CheckedUrl = { url: URL; refusal?: undefined } | { url?: undefined; refusal: string; isPort?: true };

/**
 * The URL, if the app may ever send a request to it, else a plain sentence that says why not. Judged after WHATWG
 * parsing, so every spelling of an address (`2130706433`, `0x7f.1`, full-width digits) counts as that address.
 */
export function checkUrl(text: string, policy: HostPolicy): CheckedUrl {
  const url = parseUrl(text);
  if (!url) return { refusal: 'This is not a URL. It must start with https:// and contain a host name.' };
  if (policy.loopbackAllowed && isLoopbackUrl(url)) return userInfoRefusal(url) ?? { url };
  const refusal = schemeRefusal(url) ?? userInfoRefusal(url)?.refusal ?? hostRefusal(url);
  if (refusal !== undefined) return { refusal };
  const port = portRefusal(url);
  return port === undefined ? { url } : { refusal: port, isPort: true };
}

/** Whether the URL points to this very machine, by a name or address that can mean nothing else. */
export function isLoopbackUrl(url: URL): boolean {
  return (url.protocol === 'http:' || url.protocol === 'https:') && loopbackNames.includes(hostOf(url));
}

/** Without the dots at the end, of which a resolver may take any number for one. */
function hostOf({ hostname }: URL): string {
  let end = hostname.length;
  while (hostname.charAt(end - 1) === '.') end -= 1;
  return hostname.slice(0, end);
}

function schemeRefusal(url: URL): string | undefined {
  if (url.protocol === 'https:') return undefined;
  if (url.protocol === 'http:') return 'The URL must start with https://, because http:// sends data unprotected.';
  return `The URL must start with https://, not ${url.protocol}`;
}

function userInfoRefusal(url: URL): { refusal: string } | undefined {
  if (url.username === '' && url.password === '') return undefined;
  return { refusal: 'Remove the user name and password from the URL. Enter them in their own fields.' };
}

function hostRefusal(url: URL): string | undefined {
  const host = hostOf(url);
  if (host === '') return 'The URL has no host.';
  if (host.startsWith('[') || /^[\d.]+$/.test(host)) {
    return `The URL must contain a host name. The address ${host} is not allowed.`;
  }
  if (host === 'localhost' || !host.includes('.') || privateSuffixes.some((suffix) => host.endsWith(suffix))) {
    return `${host} belongs to a private network, which the app cannot reach.`;
  }
  if (host.includes('..') || host.startsWith('.')) return `${host} is not a host name.`;
  return undefined;
}

function portRefusal(url: URL): string | undefined {
  if (allowedPorts.includes(url.port)) return undefined;
  return `Port ${url.port} cannot be reached. Allowed ports are ${allowedPorts.filter((port) => port !== '').join(', ')}.`;
}
