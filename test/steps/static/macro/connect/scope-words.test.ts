import { wordedScopes } from '../../../../../static/macro/connect/scope-words';

test.each([
  ['openid', 'Know which account you signed in with', undefined],
  ['offline_access', 'Keep this access while you are away', undefined],
  ['Tickets.Read', 'Read tickets', 'Tickets.Read'],
  ['User.Read.All', 'Read user (all)', 'User.Read.All'],
  ['Mail.ReadWrite', 'Read and change mail', 'Mail.ReadWrite'],
  ['read:jira-work', 'Read jira work', 'read:jira-work'],
  ['CRM.contacts:view', 'Read CRM contacts', 'CRM.contacts:view'],
  ['https://api.example.com/auth/calendar.readonly', 'Read calendar', 'https://api.example.com/auth/calendar.readonly'],
  ['repo', 'repo', undefined],
  ['read', 'read', undefined],
  ['.default', '.default', undefined],
  ['constructor', 'constructor', undefined],
])('%s is told as “%s”', (scope, words, name) => {
  expect(wordedScopes([scope])).toEqual([{ words, name }]);
});

test('two scopes of the same words are told once', () => {
  expect(wordedScopes(['offline_access', 'refresh_token', 'openid'])).toHaveLength(2);
});
