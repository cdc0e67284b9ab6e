import { EgressFilteringService } from '@forge/egress';
import { groupsToApprove } from '../../../../../../static/admin/sections/hosts/approval';
import { domainsToApprove, wildcardsFor } from '../../../../../../static/admin/sections/hosts/wildcards';

const offered = (origin: string, approvedHosts = 0) =>
  wildcardsFor([origin], approvedHosts).map(({ domain }) => domain);

test.each([
  ['https://acme.zendesk.com', ['*.zendesk.com']],
  ['https://acme.my.salesforce.com', ['*.my.salesforce.com']],
  ['https://login.salesforce.com', ['*.salesforce.com']],
  ['https://acme.service-now.com', ['*.service-now.com']],
  ['https://zendesk.com', []],
  ['https://acme.zendesk.com:8443', []],
  ['https://notzendesk.com', []],
  ['https://api.acme.example', []],
  ['http://localhost:4100', []],
])('%s: %j is offered while there is room', (origin, expected) => {
  expect(offered(origin)).toEqual(expected);
});

test.each([
  ['https://api.acme.example', ['*.acme.example']],
  ['https://eu.api.acme.example', ['*.api.acme.example']],
  ['https://acme.example', []],
  ['https://acme.co.uk', []],
  ['https://api.acme.co.uk', ['*.acme.co.uk']],
  ['https://203.0.113.7', []],
])('%s: %j is offered once thirty of the forty hosts are used', (origin, expected) => {
  expect(offered(origin, 30)).toEqual(expected);
});

test('one wildcard stands for all its hosts, and only where it was chosen', () => {
  const origins = ['https://a.zendesk.com', 'https://b.zendesk.com', 'https://api.example'];
  expect(wildcardsFor(origins, 0)).toEqual([{ domain: '*.zendesk.com', origins: origins.slice(0, 2) }]);
  expect(domainsToApprove(origins, [])).toEqual(origins);
  expect(domainsToApprove(origins, ['*.zendesk.com'])).toEqual(['*.zendesk.com', 'https://api.example']);
});

test('what is asked for lets the platform pass every origin that it stands for', () => {
  const origins = ['https://a.zendesk.com', 'https://b.eu.zendesk.com', 'https://c.my.salesforce.com'];
  const domains = domainsToApprove(origins, ['*.zendesk.com', '*.my.salesforce.com']);
  const approved = groupsToApprove([], domains)?.flatMap((group) => group.domains) ?? [];
  expect(approved).toHaveLength(2);
  const platform = new EgressFilteringService(approved);
  expect(origins.map((origin) => platform.isValidUrl(`${origin}/v2/items`))).toEqual([true, true, true]);
  expect(platform.isValidUrl('https://zendesk.com.evil.example')).toBe(false);
});
