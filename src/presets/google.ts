import type { OAuth2Preset } from '../shared/contract';
import { column } from './parts';

/** Google, listing the files of Google Drive. A refresh token comes only with both extra parameters. */
export const google: OAuth2Preset = {
  key: 'google',
  title: 'Google',
  group: 'work',
  inputs: [],
  authentication: {
    type: 'oauth2',
    issuer: 'https://accounts.google.com',
    authUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
    tokenUrl: 'https://oauth2.googleapis.com/token',
    revokeUrl: 'https://oauth2.googleapis.com/revoke',
    scopes: 'https://www.googleapis.com/auth/drive.metadata.readonly',
    authorizeParameters: [
      { name: 'access_type', value: 'offline' },
      { name: 'prompt', value: 'consent' },
    ],
  },
  request: {
    method: 'GET',
    url: 'https://www.googleapis.com/drive/v3/files',
    parameters: [
      { name: 'pageSize', value: '1000' },
      { name: 'fields', value: 'nextPageToken,files(id,name,mimeType,modifiedTime,webViewLink)' },
    ],
    headers: [],
    body: { kind: 'none' },
  },
  pagination: {
    style: 'cursor',
    selector: '$.nextPageToken',
    moreSelector: '',
    target: { in: 'parameter', name: 'pageToken' },
  },
  panels: [
    {
      key: 'files',
      name: 'Files',
      description: 'Files in the Google Drive of the connected account.',
      filters: [{ selector: '$.files[*]' }],
      columns: [
        column('Name', 'name'),
        column('Type', 'mimeType'),
        column('Changed', 'modifiedTime', 'date-time'),
        column('Link', 'webViewLink', 'link'),
      ],
    },
  ],
  documentationUrl: 'https://developers.google.com/identity/protocols/oauth2/web-server',
  hints: [
    'Create an OAuth client of the type Web application and add the Callback URL to its authorized redirect URIs.',
    'Enable the API that you want to read, such as the Google Drive API, for the same project.',
    'While the project’s consent screen is in testing, sign-ins expire after seven days. Publish it, or make it internal.',
  ],
};
