import {
  approvalsOf,
  domainCovers,
  groupsToApprove,
  listHosts,
  missingOrigins,
  notApprovedSentence,
} from '../../../../../../static/admin/sections/hosts/approval';

function group(key: string, domains: string[]) {
  return { key, description: 'Hosts', domains };
}

function hosts(count: number, start = 0): string[] {
  return Array.from({ length: count }, (_, index) => `https://h${start + index}.example`);
}

describe('covers', () => {
  test.each([
    ['https://api.example', 'https://api.example', true],
    ['api.example', 'https://api.example', true],
    ['https://api.example/v1', 'https://api.example', true],
    ['https://API.example', 'https://api.example', false],
    ['https://api.example', 'https://api.example:8443', false],
    ['https://api.example', 'http://api.example', false],
    ['http://localhost:4100', 'http://localhost:4100', true],
    ['*.example', 'https://a.b.example', true],
    ['*.example', 'https://example', false],
    ['*.example', 'https://a.example:8443', false],
    ['*.example', 'http://a.example', false],
    ['api.*.example', 'https://api.a.example', false],
    ['*.example', 'https://a.example.evil', false],
    ['apiXexample', 'https://api.example', false],
    ['api.example', 'https://apiXexample', false],
    ['*', 'https://anything.example', true],
  ])('%s over %s: %s', (domain, origin, expected) => {
    expect(domainCovers(domain, origin)).toBe(expected);
  });
});

describe('groupsToApprove', () => {
  test('makes the first group where there is none', () => {
    expect(groupsToApprove([], ['https://a.example', 'https://b.example'])).toEqual([
      expect.objectContaining({ key: 'hosts-1', domains: ['https://a.example', 'https://b.example'] }),
    ]);
  });

  test('sends a group that changes with its whole list, and leaves out the others', () => {
    const full = group('hosts-1', hosts(10));
    const roomy = group('hosts-2', ['https://old.example']);
    expect(groupsToApprove([full, roomy], ['https://h1.example', 'https://new.example'])).toEqual([
      group('hosts-2', ['https://old.example', 'https://new.example']),
    ]);
  });

  test('opens a group with a free key when all are full', () => {
    const full = [group('hosts-2', hosts(10)), group('hosts-1', hosts(10, 10))];
    expect(groupsToApprove(full, ['https://new.example'])).toEqual([
      expect.objectContaining({ key: 'hosts-3', domains: ['https://new.example'] }),
    ]);
  });

  test('sends nothing when all are approved', () => {
    expect(groupsToApprove([group('hosts-1', ['*.example'])], ['https://a.example'])).toEqual([]);
  });

  test('answers null where the forty hosts of the platform are used up', () => {
    const full = [0, 1, 2, 3].map((index) => group(`hosts-${index + 1}`, hosts(10, index * 10)));
    expect(groupsToApprove(full, ['https://new.example'])).toBeNull();
  });
});

test('missingOrigins keeps what no group covers, in order', () => {
  const groups = [group('hosts-1', ['https://a.example'])];
  expect(missingOrigins(groups, ['https://b.example', 'https://a.example', 'https://c.example'])).toEqual([
    'https://b.example',
    'https://c.example',
  ]);
});

test('only an approval by the very name of the origin can be taken back', () => {
  const groups = [group('hosts-1', ['*.example', 'https://a.example']), group('hosts-2', ['https://a.example'])];
  expect(approvalsOf(groups, 'https://a.example')).toEqual([
    { key: 'hosts-1', domain: 'https://a.example' },
    { key: 'hosts-2', domain: 'https://a.example' },
  ]);
});

test('the sentences name every host', () => {
  expect(listHosts(['https://a.example', 'https://b.example', 'https://c.example:8443'])).toBe(
    'a.example, b.example and c.example:8443',
  );
  expect(notApprovedSentence(['https://a.example'])).toMatch(/^a\.example is not approved.*site admin must approve it/);
  expect(notApprovedSentence(['https://a.example', 'https://b.example'])).toMatch(
    /^a\.example and b\.example are not approved/,
  );
});
