import type { ColumnSettings, DataSourceSettings, PanelSettings, RequestSettings } from '../../src/shared/contract';
import type { DataSource } from '../../src/data-sources/data-source';
import { sameForAll, type Access } from '../../src/grants/access';
import { newId } from '../../src/ids';
import { usualReadLimits } from '../../src/shared/limits';
import type { Panel } from '../../src/panel/load/panel';
import type { Services } from '../../src/resolvers/services';
import { memoryServices, type MemoryServices, MemoryStorage } from './memory';
import { type Respond, memoryUpstream, type MemoryUpstream } from './memory-upstream';

export const usersUrl = 'https://api.example.com/v1.0/users';

export function dataSourceSettings(overrides: Partial<DataSourceSettings> = {}): DataSourceSettings {
  return {
    name: 'Directory',
    request: requestTo(usersUrl),
    authentication: { type: 'none' },
    pagination: { style: 'odata-next-link' },
    variables: [],
    response: { format: 'auto', errorSelector: '' },
    limits: { ...usualReadLimits },
    allowedSpaces: { mode: 'all' },
    ...overrides,
  };
}

/** A request for the URL and nothing else. */
export function requestTo(url: string, changes: Partial<RequestSettings> = {}): RequestSettings {
  return { method: 'GET', url, parameters: [], headers: [], body: { kind: 'none' }, ...changes };
}

export function dataSource(overrides: Partial<DataSourceSettings> = {}): DataSource {
  const record = { schema: 1, rev: 1, by: newId(), createdBy: 'admin', createdAt: 0, updatedAt: 0 };
  return { ...record, id: newId(), settings: dataSourceSettings(overrides) };
}

export const userColumns: ColumnSettings[] = [
  { label: 'Name', selector: '$.displayName', type: 'text' },
  { label: 'Age', selector: '$.age', type: 'number' },
];

export function panelSettings(dataSourceId: string, overrides: Partial<PanelSettings> = {}): PanelSettings {
  return {
    name: 'People',
    description: 'Everybody in the directory',
    dataSourceId,
    filters: [{ selector: '$.value[*]' }],
    columns: userColumns,
    visual: { type: 'table', rowsPerPage: 25 },
    variableValues: {},
    ...overrides,
  };
}

export function panel(settings: PanelSettings): Panel {
  return { schema: 1, id: newId(), rev: 1, by: newId(), settings, createdBy: 'admin', createdAt: 0, updatedAt: 0 };
}

/** Rights that need no credentials. */
export const openAccess: Access = {
  identity: 'shared',
  epoch: 0,
  origins: undefined,
  headers: async () => sameForAll({ headers: {} }, ''),
  headersAfterRefusal: async () => undefined,
};

/** Rights with a bearer token that can be refreshed once, from `first` to `second`. */
export function tokenAccess(origins: string[], identity = 'shared'): Access & { refusals: number } {
  const bearer = (token: string) => sameForAll({ headers: { authorization: `Bearer ${token}` } }, token);
  const access = {
    identity,
    epoch: 1,
    origins,
    refusals: 0,
    headers: async () => bearer('first-token'),
    headersAfterRefusal: async () => {
      access.refusals++;
      return access.refusals === 1 ? bearer('second-token') : undefined;
    },
  };
  return access;
}

export interface PanelWorld {
  services: MemoryServices;
  upstream: MemoryUpstream;
  dataSource: DataSource;
  panel: Panel;
}

/** A site with one data source and one panel on it, whose remote answers as told. */
export async function panelWorld(
  responses: Record<string, Respond>,
  options: {
    settings?: Partial<DataSourceSettings>;
    panel?: Partial<PanelSettings>;
    services?: Partial<Services>;
  } = {},
): Promise<PanelWorld> {
  const upstream = memoryUpstream(responses);
  const services = memoryServices({ fetch: upstream.fetch, ...options.services }, new MemoryStorage());
  const source = dataSource(options.settings);
  const shown = panel(panelSettings(source.id, options.panel));
  await services.dataSources.create(source.id, source);
  await services.panels.create(shown.id, shown);
  services.memory.log.length = 0;
  return { services, upstream, dataSource: source, panel: shown };
}

/** Users as a directory lists them. */
export function users(count: number, from = 0): { id: string; displayName: string; age: number }[] {
  return Array.from({ length: count }, (_, index) => {
    const number = from + index;
    return { id: `u${number}`, displayName: `User ${String(number).padStart(6, '0')}`, age: (number * 7919) % 101 };
  });
}
