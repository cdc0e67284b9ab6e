import { defaultSeed, type ProductUser } from '../../../../local/platform/product/seed';
import { ownFingerprint, secretOrigins } from '../../../../src/data-sources/connection';
import type { DataSource } from '../../../../src/data-sources/data-source';
import { receiversOf } from '../../../../src/data-sources/receivers';
import { emptyGrant, type Grant, grantId, type TokenSet } from '../../../../src/grants/grant';
import type {
  DataSourceSettings,
  OAuth2Authentication,
  PanelSettings,
  PanelView,
} from '../../../../src/shared/contract';
import { approve, startApp, type AppOnHost, type AppOptions } from '../app-on-host';
import { formWith } from '../walks';
import { startReadersService, type ReadersService } from './readers-service';

/** The app on the host with a data source where readers have accounts of their own, which so many have connected. */
export interface ReadersOnHost {
  app: AppOnHost;
  service: ReadersService;
  dataSourceId: string;
  panel: PanelView;
  /** Their accounts at Confluence. */
  readers: string[];
  /** Stores a new sign-in of the reader, whose access token ends after so many milliseconds, or has ended. */
  connect(accountId: string, endsInMs?: number): void;
  grantOf(accountId: string): Grant;
  /** The access token that is stored for them. */
  accessTokenOf(accountId: string): string;
  close(): Promise<void>;
}

const readerNumber = (number: number): ProductUser => ({
  accountId: `557058:reader-${String(number).padStart(4, '0')}`,
  displayName: `Reader ${number}`,
  email: `reader-${number}@example.com`,
  role: 'reader',
  groups: ['confluence-users'],
});

export async function startReaders(
  count: number,
  { host, ...options }: AppOptions = {},
  changes: {
    settings?: Partial<DataSourceSettings>;
    oauth2?: Partial<OAuth2Authentication>;
    panel?: Partial<PanelSettings>;
  } = {},
): Promise<ReadersOnHost> {
  const people = Array.from({ length: count }, (_, number) => readerNumber(number));
  const product = { ...defaultSeed, users: [...defaultSeed.users, ...people] };
  const app = await startApp({ users: 1, ...options, host: { ...host, product } });
  const service = await startReadersService();
  approve(app.host, [app.demo.origin, service.origin]);
  const { id: dataSourceId } = await app.call('saveDataSource', readersForm(app, service, changes));
  const columns: PanelSettings['columns'] = [{ label: 'Ticket', selector: '$.displayName', type: 'text' }];
  const panel = await app.call('savePanel', {
    settings: {
      ...{ name: 'My tickets', description: '', dataSourceId, variableValues: {}, columns },
      filters: [{ selector: '$.value[*]' }],
      visual: { type: 'table', rowsPerPage: 25 },
      ...changes.panel,
    },
  });
  const { store } = app.host.site().kvs;
  const place = { space: 'open', entity: 'reader-grant' } as const;
  const connect: ReadersOnHost['connect'] = (accountId, endsInMs = -1000) => {
    const { grant, tokens } = madeGrant(app, dataSourceId, accountId, service.signIn(accountId), endsInMs);
    const { rev, by, schema } = grant;
    store.write(place, grant.id, JSON.stringify({ rev, by, schema, record: grant }), null);
    store.write({ space: 'secret', entity: '' }, grant.tok, JSON.stringify(tokens), null);
  };
  const readers = people.map(({ accountId }) => accountId);
  readers.forEach((accountId) => connect(accountId));
  const grantOf: ReadersOnHost['grantOf'] = (accountId) => {
    const found = store.read(place, grantId(dataSourceId, accountId));
    return (JSON.parse(found?.json ?? '{}') as { record: Grant }).record;
  };
  const accessTokenOf: ReadersOnHost['accessTokenOf'] = (accountId) => {
    const found = store.read({ space: 'secret', entity: '' }, grantOf(accountId).tok);
    return (JSON.parse(found?.json ?? '{}') as TokenSet).accessToken;
  };
  const close = async () => {
    await app.close();
    await service.close();
  };
  return { app, service, dataSourceId, panel, readers, connect, grantOf, accessTokenOf, close };
}

function readersForm(
  app: AppOnHost,
  { origin, tokens }: ReadersService,
  { settings, oauth2 }: { settings?: Partial<DataSourceSettings>; oauth2?: Partial<OAuth2Authentication> },
) {
  const endpoints = { authUrl: `${origin}/authorize`, tokenUrl: `${origin}/token`, revokeUrl: `${origin}/revoke` };
  const request = { ...app.form().settings.request, url: `${origin}/items`, parameters: [] };
  const own = { ...endpoints, whoSignsIn: 'each-reader', ...oauth2 } as const;
  const form = formWith(app, { name: 'Tickets', request, ...settings }, own);
  return { ...form, secrets: { clientSecret: tokens.options.clientSecret } };
}

function madeGrant(
  app: AppOnHost,
  dataSourceId: string,
  accountId: string,
  signedIn: { accessToken: string; refreshToken: string },
  endsInMs: number,
) {
  const found = app.host.records().find(({ entity, key }) => entity === 'data-source' && key === dataSourceId);
  const dataSource = (found?.value as { record: DataSource }).record;
  const { settings } = dataSource;
  const { clientId } = settings.authentication as OAuth2Authentication;
  const id = grantId(dataSourceId, accountId);
  const now = app.clock.now();
  const tok = `tok:${id}:${now}:${signedIn.accessToken}`;
  const tokens: TokenSet = {
    ...signedIn,
    ...{ tokenType: 'Bearer', scopes: [], obtainedAt: now - 3_600_000, expiresAt: now + endsInMs, clientId },
    ...{ origins: secretOrigins(settings), receivers: receiversOf(settings) },
  };
  const facts = {
    authenticatedAt: now,
    askedScopes: [],
    scopes: [],
    hasRefreshToken: true,
    expiresAt: tokens.expiresAt,
  };
  const grant: Grant = {
    ...emptyGrant(id, 'connected', now),
    ...{ state: 'ok', epoch: now, tok, fingerprint: ownFingerprint(dataSource), facts },
  };
  return { grant, tokens };
}
