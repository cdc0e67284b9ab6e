import type { OAuth2Preset } from '../shared/contract';
import { microsoftEntraId } from './microsoft-entra-id';
import { getRequest } from './parts';

/** The items of a SharePoint list, through Microsoft Graph. */
export const sharePointList: OAuth2Preset = {
  key: 'sharepoint-list',
  title: 'SharePoint list',
  group: 'work',
  inputs: [
    ...microsoftEntraId.inputs,
    { name: 'host', label: 'SharePoint host', placeholder: 'company.sharepoint.com' },
    { name: 'site', label: 'Site', placeholder: 'marketing', help: 'The part of the address after /sites/.' },
    { name: 'list', label: 'List', placeholder: 'Projects', help: 'Its title, or its ID.' },
  ],
  authentication: { ...microsoftEntraId.authentication, scopes: 'Sites.Read.All offline_access' },
  request: getRequest('https://graph.microsoft.com/v1.0/sites/{host}:/sites/{site}:/lists/{list}/items', {
    $expand: 'fields',
    $top: '500',
  }),
  pagination: { style: 'odata-next-link' },
  documentationUrl: 'https://learn.microsoft.com/graph/api/listitem-list',
  hints: [
    'Register the Callback URL under Authentication, platform Web. Under Single-page application, access ends after a day.',
    'Add Sites.Read.All as a delegated permission. The account that signs in must be able to open the list.',
    'The columns of the list stand below fields, by the names that they had when they were made.',
    'Copy the Value of the client secret, not its Secret ID. It is shown only once, and it expires.',
  ],
};
