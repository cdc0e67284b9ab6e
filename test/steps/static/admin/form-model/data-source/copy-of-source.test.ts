import type { DataSourceSettings, OAuth2Authentication } from '../../../../../../src/shared/contract';
import { copyOfSource } from '../../../../../../static/admin/form-model/data-source/copy-of-source';
import { secretsOf, toSettings } from '../../../../../../static/admin/form-model/data-source/data-source-values';
import { dataSourceSettings, requestTo } from '../../../../../support/panels';

const oauth2: OAuth2Authentication = {
  type: 'oauth2',
  grantType: 'authorization_code',
  clientId: 'client',
  clientAuthentication: 'client_secret_post',
  authUrl: 'https://login.example.com/authorize',
  tokenUrl: 'https://login.example.com/token',
  revokeUrl: '',
  scopes: 'read',
  authorizeParameters: [],
  tokenParameters: [{ name: 'tenant_key', value: '', secret: true }],
  tokenHeader: { name: 'Authorization', prefix: 'Bearer ' },
};

const settings: DataSourceSettings = dataSourceSettings({
  request: requestTo('https://api.example.com/{secret.TEAM}/users', {
    headers: [{ name: 'X-Key', value: '', secret: true }],
  }),
  authentication: { ...oauth2, secretExpiresOn: '2027-03-31' },
  allowedSpaces: { mode: 'named', spaceIds: ['7'] },
});

test('a copy has the settings under another name, without a secret and without the day one ends', () => {
  const copy = copyOfSource(settings, 'Directory (copy)');
  expect(toSettings(copy)).toEqual({ ...settings, name: 'Directory (copy)', authentication: oauth2 });
  expect(Object.values(secretsOf(copy)).filter((secret) => secret !== '')).toEqual([]);
});
