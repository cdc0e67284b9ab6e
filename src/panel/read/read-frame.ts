import type { DataSourceSettings } from '../../shared/contract';
import type { DataSource } from '../../data-sources/data-source';
import type { Frame, Reading } from '../../shared/frame';
import type { Redactor } from '../../ports';
import type { Problem } from '../../shared/problem';
import { type Bounds, maxCells, maxSharedCells } from '../shape/read-bounds';
import { frameColumns } from '../shape/frame-columns';
import { type CollectedBefore, type FrameCollector, frameCollector, type PanelQuery } from '../shape/collect-frame';
import type { UpstreamResponse } from './upstream-response';
import { type Validators, validatorsOf } from './validators';
import { applyRowSteps } from '../shape/row-steps/apply-row-steps';
import { readPolitely, type ReadServices } from './read-politely';
import type { Upstream, UpstreamReading } from './upstream';

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
export type FrameRequest = Pick<
  Upstream,
  'access' | 'onRequest' | 'bounds' | 'values' | 'validators' | 'pageRead' | 'resumedAt' | 'mayHurry' | 'mayGoOn'
> & {
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
  request: FrameRequest,
  services: ReadServices,
): Promise<FrameOutcome[] | { unchanged: Reading }> {
  const collectors = frameCollectors(queries, request.bounds);
  const { reading, validators, isLeft } = await readInto(collectors, queries, request, services);
  if (reading?.notModified) return { unchanged: reading };
  return collectors.map((collector, index) =>
    outcomeOf(queries[index]!, collector, reading, validators, isLeft(collector)),
  );
}

/** What one reading brought into the collectors. */
export interface CollectedReading {
  /** Absent where no query was left that could take anything. */
  reading: UpstreamReading | undefined;
  /** The response's own names for its state, if one request brought it all. */
  validators?: Validators;
  /** Whether the collector took all that was there for it; if not, there was no room beside the first. */
  isLeft: (collector: FrameCollector) => boolean;
}

/** The collectors of several queries in their order, for as many rows as a reading may have; `before` is what others took. */
export function frameCollectors(
  queries: readonly PanelQuery[],
  bounds: Bounds,
  before: readonly (CollectedBefore | undefined)[] = [],
): FrameCollector[] {
  const rows = rowsOfReading(queries, bounds);
  return queries.map((query, index) => frameCollector(query, Math.min(rows, mostRows(query)), before[index]));
}

const mostRows = (query: PanelQuery) => rowsWithin(frameColumns(query.columns).length);

function rowsOfReading(queries: readonly PanelQuery[], bounds: Bounds): number {
  return Math.min(bounds.rows, ...queries.slice(0, 1).map(mostRows));
}

/**
 * Reads the upstream for several queries, whose collectors take the rows of each page.
 * @throws Problem of the reading as a whole
 */
export async function readInto(
  collectors: readonly FrameCollector[],
  queries: readonly PanelQuery[],
  { dataSource, bounds, ...frameRequest }: FrameRequest,
  services: ReadServices,
): Promise<CollectedReading> {
  const batch = batchOf(collectors);
  const { settings } = dataSource;
  let last: UpstreamResponse | undefined;
  const upstream: Upstream = {
    ...frameRequest,
    settings,
    selectors: selectorsOf(queries[0]),
    bounds: { ...bounds, rows: rowsOfReading(queries, bounds) },
    onResponse: (response) => void (last = response),
  };
  const take = (document: unknown): number => batch.add(document);
  const reading = await readPolitely(dataSource, upstream, services, take).catch(ifAlone);
  const validators = reading && last && validatorsOfAll(last, reading, settings, services.redactor);
  return { reading, validators, isLeft: batch.has };
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
  const cells = () => batch.reduce((sum, { heldRows, columnCount }) => sum + heldRows * columnCount, 0);
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
  reading: UpstreamReading | undefined,
  validators: Validators | undefined,
  isLeft: boolean,
): FrameOutcome {
  if (collector.problem) return { problem: collector.problem };
  if (!isLeft || !reading) return undefined;
  const { frame, warnings } = finished(query, collector);
  const stopReason = collector.isCut && reading.stopReason === 'complete' ? 'row-limit' : reading.stopReason;
  const own = { rowsRead: collector.rowCount, stopReason, warnings: [...reading.warnings, ...warnings] };
  return { frame, reading: { ...plainReading(reading), ...own }, validators };
}

/** The reading as it may be stored and shown. */
export function plainReading({ place: _, problem: __, notModified: ___, ...reading }: UpstreamReading): Reading {
  return reading;
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
