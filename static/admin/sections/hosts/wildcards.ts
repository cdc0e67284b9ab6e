import { domainCovers, MOST_IN_ALL } from './approval';

/** Providers at which every customer or region has a host of its own; the longer name comes before one that it ends in. */
const families = [
  'my.salesforce.com',
  'salesforce.com',
  'service-now.com',
  'zendesk.com',
  'freshdesk.com',
  'freshservice.com',
  'atlassian.net',
  'okta.com',
  'oktapreview.com',
  'auth0.com',
  'sharepoint.com',
  'dynamics.com',
  'myshopify.com',
  'workday.com',
];

/** From as many approved hosts on, room is worth saving. */
const NEARLY_FULL = MOST_IN_ALL - 10;

/** One approval for all hosts below a name, in place of those of the origins. */
export interface Wildcard {
  /** As the platform takes it, such as `*.zendesk.com`. */
  domain: string;
  origins: string[];
}

/**
 * The wildcards that can stand for some of these origins, each once: of providers known to have many hosts, and once
 * room is short of any name above the host.
 */
export function wildcardsFor(origins: readonly string[], approvedHosts: number): Wildcard[] {
  const domains = origins.map((origin) => wildcardOf(origin, approvedHosts >= NEARLY_FULL));
  const offered = [...new Set(domains.filter((domain) => domain !== undefined))];
  return offered.map((domain) => ({ domain, origins: origins.filter((origin) => domainCovers(domain, origin)) }));
}

function wildcardOf(origin: string, isRoomShort: boolean): string | undefined {
  const { protocol, hostname, port } = new URL(origin);
  if (protocol !== 'https:' || port !== '') return undefined;
  const family =
    families.find((name) => hostname.endsWith(`.${name}`)) ?? (isRoomShort ? parentOf(hostname) : undefined);
  return family && `*.${family}`;
}

/** The name above a host that still belongs to one owner: `example.com`, but not `com` nor `co.uk`; none for an address. */
function parentOf(hostname: string): string | undefined {
  const labels = hostname.split('.').slice(1);
  const isAddress = /^[\d.]+$|:/.test(hostname);
  const [second = '', last = ''] = labels.slice(-2);
  const isShared = labels.length === 2 && last.length === 2 && second.length <= 3;
  return isAddress || labels.length < 2 || isShared ? undefined : labels.join('.');
}

/** What to ask approval of: the chosen wildcards in place of the origins that they cover. */
export function domainsToApprove(origins: readonly string[], chosen: readonly string[]): string[] {
  return [...new Set(origins.map((origin) => chosen.find((domain) => domainCovers(domain, origin)) ?? origin))];
}
