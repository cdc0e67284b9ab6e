import type { HostPage, HostSpace, HostUser } from '../../shared/api';

export interface ProductUser extends HostUser {
  groups: string[];
}
export interface ProductSpace extends HostSpace {
  /** Groups that may read; `anonymous` stands for everyone, signed in or not. */
  readers: string[];
  /** Groups that may add and change content. */
  editors: string[];
  /** True where the app's own user may not read. */
  closedToApp?: boolean;
}
export interface ProductContent extends HostPage {
  kind: 'page' | 'blogpost';
  authorId: string;
  createdAt: string;
  /** Account ids that alone may read, or change, this content; absent without such a restriction. */
  restrictions: { read?: string[]; update?: string[] };
}

/** What a small Confluence starts with. */
export interface ProductSeed {
  users: ProductUser[];
  spaces: ProductSpace[];
  contents: ProductContent[];
}

/** The platform's literal account id of a visitor without an account. */
export const anonymousId = 'unidentified';
export const adminGroup = 'confluence-admins';

const user = (accountId: string, displayName: string, role: HostUser['role'], groups: string[]): ProductUser => {
  const email = role === 'anonymous' ? '' : `${displayName.split(' ')[0]!.toLowerCase()}@example.com`;
  return { accountId, displayName, email, role, groups };
};
const everyone = ['confluence-users', 'anonymous'];
const members = ['confluence-users'];
const writers = ['confluence-editors', adminGroup];

const users = [
  user('557058:0a1b2c3d-aaaa-4111-8111-000000000001', 'Ada Admin', 'admin', [
    adminGroup,
    'confluence-editors',
    ...members,
  ]),
  user('557058:0a1b2c3d-aaaa-4111-8111-000000000002', 'Eddie Editor', 'editor', ['confluence-editors', ...members]),
  user('557058:0a1b2c3d-aaaa-4111-8111-000000000003', 'Rita Reader', 'reader', members),
  user('557058:0a1b2c3d-aaaa-4111-8111-000000000004', 'Ravi Reader', 'reader', members),
  user(anonymousId, 'Anonymous', 'anonymous', []),
];
const authorId = users[1]!.accountId;

const content = (
  id: string,
  spaceId: string,
  title: string,
  text: string,
  more: Partial<ProductContent> = {},
): ProductContent => ({
  id,
  spaceId,
  title,
  status: 'current',
  version: 1,
  body: [{ kind: 'paragraph', text }],
  kind: 'page',
  authorId,
  createdAt: '2026-01-12T09:00:00.000Z',
  restrictions: {},
  ...more,
});

/** Five users, two of them readers, three spaces and a few pages; nothing in it knows of any app. */
export const defaultSeed: ProductSeed = {
  users,
  spaces: [
    { id: '98305', key: 'HB', name: 'Handbook', readers: everyone, editors: writers },
    { id: '98306', key: 'ENG', name: 'Engineering', readers: members, editors: writers },
    { id: '98307', key: 'PPL', name: 'People', readers: [adminGroup, 'confluence-editors'], editors: writers },
  ],
  contents: [
    content('131073', '98305', 'Welcome', 'Everything a new colleague needs in the first week.'),
    content('131074', '98305', 'Who is who', 'The people of the company and how to reach them.'),
    content('131075', '98306', 'Service overview', 'What runs where, and who looks after it.'),
    content('131076', '98306', 'Release plan', 'Only its two authors may read this page.', {
      restrictions: { read: [users[0]!.accountId, authorId], update: [authorId] },
    }),
    content('131077', '98307', 'Salary bands', 'Kept in a space that readers do not see.'),
    content('131078', '98306', 'Ideas for autumn', 'A draft that has never been published.', { status: 'draft' }),
    content('131079', '98306', 'We moved to a new data center', 'The move is done.', { kind: 'blogpost' }),
  ],
};
