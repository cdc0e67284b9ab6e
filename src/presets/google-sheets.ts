import type { OAuth2Preset } from '../shared/contract';
import { google } from './google';
import { getRequest } from './parts';

/** A range of a Google spreadsheet, whose first row has the headings. */
export const googleSheets: OAuth2Preset = {
  ...google,
  key: 'google-sheets',
  title: 'Google Sheets',
  inputs: [
    {
      name: 'spreadsheet',
      label: 'Spreadsheet ID',
      placeholder: '1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms',
      help: 'The long part of the address, between /d/ and /edit.',
    },
    { name: 'range', label: 'Sheet or range', placeholder: 'Sheet1!A1:F', initial: 'Sheet1' },
  ],
  authentication: {
    ...google.authentication,
    scopes: 'https://www.googleapis.com/auth/spreadsheets.readonly',
  },
  request: getRequest('https://sheets.googleapis.com/v4/spreadsheets/{spreadsheet}/values/{range}'),
  pagination: { style: 'none' },
  panels: undefined,
  documentationUrl: 'https://developers.google.com/workspace/sheets/api/guides/values',
  hints: [
    'Create an OAuth client of the type Web application and add the Callback URL to its authorized redirect URIs.',
    'Enable the Google Sheets API for the same project.',
    'Share the spreadsheet with the account that signs in. The whole range comes in one response.',
  ],
};
