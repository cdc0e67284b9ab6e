import type { DataSourceSettings } from '../../shared/contract';
import type { DataSource } from '../../data-sources/data-source';
import type { Frame, Reading } from '../../shared/frame';
import type { Redactor } from '../../ports';
import type { Problem } from '../../shared/problem';
import { type Bounds, maxCells, maxSharedCells } from '../shape/read-bounds';
import { frameColumns } from '../shape/frame-columns';
import { type FrameCollector, frameCollector, type PanelQuery } from '../shape/collect-frame';
import type { UpstreamResponse } from './upstream-response';
import { type Validators, validatorsOf } from './validators';
import { applyRowSteps } from '../shape/row-steps/apply-row-steps';
import { readPolitely, type ReadServices } from './read-politely';
import type { Upstream } from './upstream';

export type { PanelQuery } from '../shape/collect-frame';

/** A frame with what was read to make it. */
export interface FrameRead {
  frame: Frame;
  reading: Reading;
  /** The response's own names for its state, if one request brought it all. */
  validators?: Validators;
}

/** What one of several queries came to; `undefined` where there was no room for its frame beside the first. */
export type FrameOutcome = FrameRead | { problem: Problem } | undefined;

/** One request of a data source, its values and rights, and how much of it is read. */
export type FrameRequest = Pick<Upstream, 'access' | 'onRequest' | 'bounds' | 'values' | 'validators' | 'pageRead'> & {
  dataSource: Pick<DataSource, 'id' | 'settings'>;
};

/**
 * The frame of a panel's query, read from the API page by page.
 * @throws Problem of `readUpstream`, `rowSelection` and `frameBuilder`; `remote-rate-limited` without a request while the
 *   data source wants to be left alone; `selector-matched-nothing`
 */
export async function readFrame(
  { query, source, values }: { query: PanelQuery; source: DataSource; values: Record<string, string> },
  rights: Pick<FrameRequest, 'access' | 'onRequest'>,
  bounds: Bounds,
  services: ReadServices,
): Promise<FrameRead> {
  const frameRequest: FrameRequest = { ...rights, dataSource: source, bounds, values };
  const outcomes = await readFrames([query], frameRequest, services);
  const [outcome] = Array.isArray(outcomes) ? outcomes : [];
  if (outcome && 'frame' in outcome) return outcome;
  throw outcome?.problem ?? new Error('the only query has an outcome');
}

/**
 * The frames of several queries from one reading, in their order. A query whose selectors fail has a problem of its
 * own; the reading goes on for the others. `unchanged` where the response is still the one that the validators name.
 * @throws Problem of the reading as a whole
 */
export async function readFrames(
  queries: readonly PanelQuery[],
  { dataSource, bounds, ...frameRequest }: FrameRequest,
  services: ReadServices,
): Promise<FrameOutcome[] | { unchanged: Reading }> {
  const mostRows = (query: PanelQuery) => rowsWithin(frameColumns(query.columns).length);
  const rows = Math.min(bounds.rows, ...queries.slice(0, 1).map(mostRows));
  const collectors = queries.map((query) => frameCollector(query, Math.min(rows, mostRows(query))));
  const batch = batchOf(collectors);
  const { settings } = dataSource;
  let last: UpstreamResponse | undefined;
  const upstream: Upstream = {
    ...frameRequest,
    settings,
    selectors: selectorsOf(queries[0]),
    bounds: { ...bounds, rows },
    onResponse: (response) => void (last = response),
  };
  const take = (document: unknown): number => batch.add(document);
  const reading = await readPolitely(dataSource, upstream, services, take).catch(ifAlone);
  if (reading?.notModified) return { unchanged: reading };
  const validators = reading && last && validatorsOfAll(last, reading, settings, services.redactor);
  return collectors.map((collector, index) =>
    outcomeOf(queries[index]!, collector, reading, validators, batch.has(collector)),
  );
}

/** Where the query has the rows of each page. */
function selectorsOf({ filters }: Pick<PanelQuery, 'filters'> = { filters: [] }): Upstream['selectors'] {
  return { rows: filters.slice(0, 1).map(({ selector }) => selector) };
}

const rowsWithin = (columns: number) => Math.floor(maxCells / Math.max(1, columns));

/** No query is left that could take anything from a further page. */
class NobodyLeft extends Error {
  override readonly name = 'NobodyLeft';
}

function ifAlone(error: unknown): undefined {
  if (!(error instanceof NobodyLeft)) throw error;
}

/** Those who still collect. Together they keep within `maxSharedCells`; where they would not, the first goes on alone. */
function batchOf(collectors: readonly FrameCollector[]) {
  let batch = collectors.filter(({ problem }) => !problem);
  const cells = () => batch.reduce((sum, { rowCount, columnCount }) => sum + rowCount * columnCount, 0);
  return {
    has: (collector: FrameCollector) => batch.includes(collector),
    add(document: unknown): number {
      const taken = Math.max(0, ...batch.map((collector) => collector.add(document)));
      batch = batch.filter(({ problem }) => !problem);
      if (batch.length === 0) throw new NobodyLeft();
      if (cells() > maxSharedCells) batch = batch.slice(0, 1);
      return taken;
    },
  };
}

function outcomeOf(
  query: PanelQuery,
  collector: FrameCollector,
  reading: Reading | undefined,
  validators: Validators | undefined,
  isLeft: boolean,
): FrameOutcome {
  if (collector.problem) return { problem: collector.problem };
  if (!isLeft || !reading) return undefined;
  const { frame, warnings } = finished(query, collector);
  const stopReason = collector.isCut && reading.stopReason === 'complete' ? 'row-limit' : reading.stopReason;
  const own = { rowsRead: collector.rowCount, stopReason, warnings: [...reading.warnings, ...warnings] };
  return { frame, reading: { ...reading, ...own }, validators };
}

/** The collected rows after the panel's row steps. */
function finished({ rowSteps = [], bind = (text) => text }: PanelQuery, collector: FrameCollector) {
  const collected = collector.finish();
  const { frame, warnings } = applyRowSteps(collected.frame, rowSteps, bind);
  return { frame, warnings: [...collected.warnings, ...warnings] };
}

/** Of a response that is all there is: a later page may change while the first stays what it was. */
function validatorsOfAll(
  response: UpstreamResponse,
  { pagesRead, stopReason }: Reading,
  { request }: Pick<DataSourceSettings, 'request'>,
  redactor: Pick<Redactor, 'mask'>,
): Validators | undefined {
  const isAll = pagesRead === 1 && stopReason === 'complete' && request.method === 'GET';
  const { etag, lastModified } = validatorsOf(response, redactor);
  return isAll && (etag ?? lastModified) !== undefined ? { etag, lastModified } : undefined;
}
