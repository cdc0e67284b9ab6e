import type { PanelSettings } from '../contract';
import type { DataSource } from '../data-sources/data-source';
import type { Frame, Reading } from '../frame';
import type { Access } from '../grants/access';
import type { Storage } from '../ports';
import { type Bounds, maxCells } from './bounds';
import { readRemote, type Remote, type RemoteServices } from './remote/read-remote';
import { noteWait, respectWait, usualWaitMs } from './remote/retry-after';
import { rowSelection } from './select';
import { frameBuilder } from './shape';

export interface ReadServices extends RemoteServices {
  storage: Storage;
}

/** A panel's query, as stored or as it stands in a form. */
export type Query = Pick<PanelSettings, 'filters' | 'columns'>;

/**
 * The frame of a query, read from the remote page by page.
 * @throws Problem of `readRemote`, `rowSelection` and `frameBuilder`; `remote-rate-limited` without a request while the
 * data source asked to be left alone; `selector-matched-nothing`
 */
export async function readFrame(
  query: Query,
  dataSource: DataSource,
  access: Access,
  bounds: Bounds,
  services: ReadServices,
): Promise<{ frame: Frame; reading: Reading }> {
  const selection = rowSelection(query.filters);
  const builder = frameBuilder(query.columns);
  const rows = Math.min(bounds.rows, Math.floor(maxCells / Math.max(1, query.columns.length)));
  let isFirst = true;
  const remote = { settings: dataSource.settings, access, bounds: { ...bounds, rows } };
  const reading = await readPolitely(dataSource, remote, services, (document, room) => {
    if (isFirst) selection.requireIn(document);
    isFirst = false;
    const taken = selection.rows(document).slice(0, room);
    builder.add(taken);
    return taken.length;
  });
  const { frame, warnings } = builder.finish();
  return { frame, reading: { ...reading, warnings: [...reading.warnings, ...warnings] } };
}

/** As `readRemote`, and a wait that the remote asks for is kept by everybody who reads from the data source. */
export async function readPolitely(
  { id, settings }: Pick<DataSource, 'id' | 'settings'>,
  remote: Remote,
  services: ReadServices,
  take: Parameters<typeof readRemote>[2],
): Promise<Reading> {
  await respectWait(services.storage, { id, name: settings.name }, services.now());
  let waitUntil = 0;
  const answered: Remote['answered'] = (answer) => {
    const waitMs = answer.retryAfterMs ?? (answer.status === 429 ? usualWaitMs : undefined);
    const asksToWait = answer.status === 429 || answer.status === 503;
    waitUntil = asksToWait && waitMs !== undefined ? services.now() + waitMs : 0;
    remote.answered?.(answer);
  };
  try {
    return await readRemote({ ...remote, answered }, services, take);
  } finally {
    const waitMs = waitUntil - services.now();
    if (waitMs > 0) await noteWait(services.storage, id, waitMs, services.now());
  }
}
