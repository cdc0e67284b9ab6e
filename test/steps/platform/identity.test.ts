import { identify } from '../../../src/platform/identity';

const context = { accountId: '557058:ada', installContext: 'ari:cloud:confluence::site/1', accountType: 'licensed' };

test('the caller is who the platform says', () => {
  const extension = { content: { id: '131073' }, config: { accountId: 'eve' } };
  expect(identify({ ...context, extension })).toEqual({
    accountId: '557058:ada',
    site: 'ari:cloud:confluence::site/1',
    claimedContentId: '131073',
  });
});

test.each([
  ['nobody', {}],
  ['no account', { ...context, accountId: undefined }],
  ['the anonymous account', { ...context, accountId: 'unidentified' }],
  ['an account with odd letters', { ...context, accountId: 'a/b' }],
  ['no site', { ...context, installContext: undefined }],
  ['a guest', { ...context, accountType: 'unlicensed' }],
  ['a customer', { ...context, accountType: 'customer' }],
  ['anonymous by type', { ...context, accountType: 'anonymous' }],
])('%s is refused', (_name, given) => {
  expect(() => identify(given)).toThrow(expect.objectContaining({ code: 'forbidden' }) as Error);
});

test.each([[{ id: '1/../2' }], [{ id: '' }], [{ id: '1'.repeat(21) }], [{}], ['131073']])(
  'a content id that is none is no claim: %j',
  (content) => expect(identify({ ...context, extension: { content } }).claimedContentId).toBeUndefined(),
);
