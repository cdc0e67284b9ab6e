import { EgressFilteringService } from '@forge/egress';
import type { EgressGroup } from '../../../shared/platform';
import { hostName } from './required-origins';

/** Bounds of the platform for hosts that an admin approves: groups, hosts in one, hosts in all. */
const MOST_GROUPS = 10;
const MOST_IN_GROUP = 10;
export const MOST_IN_ALL = 40;

const groupDescription = 'APIs that External Data reads, and the servers it signs in at';

/** Whether an approved domain covers the origin, by the platform's own rules: `*.example.com` covers no other port. */
export function domainCovers(domain: string, origin: string): boolean {
  return new EgressFilteringService([domain]).isValidUrl(origin);
}

/** How many hosts the groups hold. */
export function countHosts(groups: readonly EgressGroup[]): number {
  return groups.reduce((sum, group) => sum + group.domains.length, 0);
}

/** The origins that no group covers yet. */
export function missingOrigins(groups: readonly EgressGroup[], origins: readonly string[]): string[] {
  const domains = groups.flatMap((group) => group.domains);
  return origins.filter((origin) => !domains.some((domain) => domainCovers(domain, origin)));
}

function unusedKey(groups: readonly EgressGroup[]): string {
  const keys = new Set(groups.map((group) => group.key));
  let number = 1;
  while (keys.has(`hosts-${number}`)) number += 1;
  return `hosts-${number}`;
}

function placeDomain(groups: EgressGroup[], domain: string): EgressGroup[] {
  const roomy = groups.find((group) => group.domains.length < MOST_IN_GROUP);
  if (!roomy) return [...groups, { key: unusedKey(groups), description: groupDescription, domains: [domain] }];
  return groups.map((group) => (group === roomy ? { ...group, domains: [...group.domains, domain] } : group));
}

/**
 * The groups to send so that the domains, origins or wildcards, are approved: only those that change, each with its whole
 * list because the platform replaces a group. Null when the platform's bounds leave no room.
 */
export function groupsToApprove(groups: readonly EgressGroup[], domains: readonly string[]): EgressGroup[] | null {
  const wanted = missingOrigins(groups, domains).reduce(placeDomain, [...groups]);
  if (wanted.length > MOST_GROUPS || countHosts(wanted) > MOST_IN_ALL) return null;
  return wanted.filter((group) => !groups.includes(group));
}

/** Where an origin was approved by its own name: what can be taken back when nothing uses it. */
export function approvalsOf(groups: readonly EgressGroup[], origin: string): { key: string; domain: string }[] {
  return groups.flatMap(({ key, domains }) =>
    domains.filter((domain) => domain === origin).map((domain) => ({ key, domain })),
  );
}

/** Host names as part of a sentence: `a`, `a and b`, `a, b and c`. */
export function listHosts(origins: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(origins.map(hostName));
}

/** What to do when the platform's dialog was declined, or the admin may not approve hosts. */
export function notApprovedSentence(origins: readonly string[]): string {
  const many = origins.length > 1;
  return (
    `${listHosts(origins)} ${many ? 'are' : 'is'} not approved, so nothing can be read from ${many ? 'them' : 'it'} yet. ` +
    `A site admin must approve ${many ? 'them' : 'it'} with the button Approve hosts on this page. You can still save.`
  );
}

/** What to do when the platform's bound on approved hosts is reached. */
export function noRoomSentence(origins: readonly string[]): string {
  return (
    `There is no room to approve ${listHosts(origins)}: the platform allows ${MOST_IN_ALL} hosts per app. ` +
    'A site admin can remove hosts that are no longer needed in Atlassian Administration, under Connected apps.'
  );
}
