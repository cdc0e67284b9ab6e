import type { OAuth2Preset } from '../shared/contract';
import { column } from './parts';

/** GitHub with an OAuth app, listing the repositories of the account. Its tokens do not expire. */
export const github: OAuth2Preset = {
  key: 'github',
  title: 'GitHub',
  group: 'development',
  inputs: [],
  authentication: {
    type: 'oauth2',
    authUrl: 'https://github.com/login/oauth/authorize',
    tokenUrl: 'https://github.com/login/oauth/access_token',
    revokeUrl: '',
    scopes: 'repo read:org',
    noRefreshToken: true,
  },
  request: {
    method: 'GET',
    url: 'https://api.github.com/user/{list}',
    parameters: [{ name: 'per_page', value: '100' }],
    headers: [],
    body: { kind: 'none' },
  },
  variables: [{ name: 'list', defaultValue: 'repos' }],
  pagination: { style: 'link-header' },
  panels: [
    {
      key: 'repositories',
      name: 'Repositories',
      description: 'Repositories that the connected account can see.',
      filters: [{ selector: '$[*]' }],
      columns: [
        column('Name', 'full_name'),
        column('Description', 'description'),
        column('Language', 'language'),
        column('Open issues', 'open_issues_count', 'number'),
        column('Updated', 'updated_at', 'date-time'),
        column('Link', 'html_url', 'link'),
      ],
    },
    {
      key: 'issues',
      name: 'Issues',
      description: 'Open issues that are assigned to the connected account.',
      variableValues: { list: 'issues' },
      filters: [{ selector: '$[*]' }],
      columns: [
        column('Repository', 'repository.full_name'),
        column('Number', 'number', 'number'),
        column('Title', 'title'),
        column('State', 'state', 'status'),
        column('Updated', 'updated_at', 'date-time'),
        column('Link', 'html_url', 'link'),
      ],
    },
  ],
  documentationUrl: 'https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps',
  hints: [
    'Register an OAuth app and enter the Callback URL as its authorization callback URL. Only one is possible.',
    'GitHub issues no refresh token to OAuth apps. The access token is valid until it is revoked or unused for a year.',
    'The variable list names what of the account is read: repos, issues, orgs, starred.',
    'An organization that restricts OAuth apps must approve this one before its repositories are shown.',
  ],
};
