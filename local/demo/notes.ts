import type { HostNote } from '../shared/api';
import type { DemoValues } from './settings';

/** What to type into a data source, what differs for a list that everybody has of their own, and who can sign in. */
export function demoNotes(demo: DemoValues): HostNote[] {
  return [
    {
      title: 'Demo directory',
      text: 'A directory like Microsoft Entra ID, running on this machine. Add data source offers it as Demo directory; by hand, connect it with OAuth2, grant type Authorization Code.',
      values: [
        { label: 'URL', value: `${demo.usersUrl}?$top=999` },
        { label: 'Client ID', value: demo.clientId },
        { label: 'Client Secret', value: demo.clientSecret },
        { label: 'Auth URL', value: demo.authorizeUrl },
        { label: 'Token URL', value: demo.tokenUrl },
        { label: 'Revoke URL (can be left empty)', value: demo.revokeUrl },
        { label: 'Scopes', value: demo.scopes },
        { label: 'Tenant ID', value: demo.tenant },
      ],
    },
    {
      title: 'My tickets',
      text: 'A list that each account has of its own: the same values, except these, and under "Who signs in" each reader.',
      values: [
        { label: 'URL', value: demo.ticketsUrl },
        { label: 'Scopes', value: demo.ticketsScopes },
      ],
    },
    {
      title: 'Accounts to sign in with',
      text: 'The demo asks for no password.',
      values: demo.accounts.map((account) => ({
        label: account.mayConsent ? 'May consent' : 'May not consent',
        value: account.email,
      })),
    },
  ];
}
