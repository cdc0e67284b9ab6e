import type { DemoValues } from './settings';

const column = (label: string, member: string, type = 'text') => ({ label, selector: `$.${member}`, type });

type Endpoints = Pick<DemoValues, 'origin' | 'authorizeUrl' | 'tokenUrl' | 'revokeUrl' | 'scopes'>;

/** The demo as a provider that an app can offer: all that an admin would otherwise type but the credentials, and two panels. */
export function demoProvider({ origin, authorizeUrl, tokenUrl, revokeUrl, scopes }: Endpoints) {
  const rows = [{ selector: '$.value[*]' }];
  return {
    key: 'demo-directory',
    title: 'Demo directory',
    group: 'identity',
    authentication: { type: 'oauth2', authUrl: authorizeUrl, tokenUrl, revokeUrl, scopes },
    request: { method: 'GET', url: `${origin}/v1.0/{list}`, parameters: [{ name: '$top', value: '999' }] },
    variables: [{ name: 'list', defaultValue: 'users' }],
    pagination: { style: 'odata-next-link' },
    panels: [
      {
        key: 'people',
        name: 'People',
        description: 'Everybody in the directory.',
        filters: rows,
        columns: [
          column('Name', 'displayName'),
          column('Job title', 'jobTitle'),
          column('Department', 'department'),
          column('Office', 'officeLocation'),
          column('Mail', 'mail', 'email'),
        ],
      },
      {
        key: 'groups',
        name: 'Groups',
        description: 'All groups of the directory.',
        variableValues: { list: 'groups' },
        filters: rows,
        columns: [column('Name', 'displayName'), column('Description', 'description'), column('Mail', 'mail', 'email')],
        scopes: 'Group.Read.All',
      },
    ],
    documentationUrl: 'https://learn.microsoft.com/graph/api/user-list',
    hints: ['The callback URL is registered already, and nobody is asked for a password.'],
  };
}
