import type { DataSourceForm, PaginationProposal, PanelProposal, SecretProof, TestReport } from '../../shared/contract';
import type { PageFacts } from '../../requests/pagination/page-facts';
import { requireValid } from '../../data-sources/rules';
import type { Reading } from '../../shared/frame';
import { authorizeTest } from '../authorize-test';
import { proveSecret } from '../../grants/prove-secret';
import { isOwnGrant } from '../../grants/token-endpoint';
import { Problem, toProblemReply } from '../../shared/problem';
import type { TableView } from '../../shared/view';
import { frameSource } from '../../visuals/frame-source';
import { shorten } from '../../shared/shorten';
import { tableView } from '../../visuals/table';
import { testBounds } from '../../panel/shape/read-bounds';
import type { PanelServices } from '../../panel/load/panel-services';
import { proposePanel } from '../propose/propose-panel';
import type { UpstreamResponse } from '../../panel/read/upstream-response';
import { documentOf } from '../../panel/read/response-document';
import { readWithWaits } from '../../panel/read/read-politely';
import { readUpstream } from '../../panel/read/read-upstream';
import type { Upstream, TakePage } from '../../panel/read/upstream';
import { rowSelection } from '../../panel/shape/select';
import { type FrameBuilder, frameBuilder } from '../../panel/shape/shape';
import { diagnosticOf } from './diagnostic';
import { errorHint } from './error-hint';
import { noteTrial } from './note-trial';
import { proposePagination, type ReadPage, type TestedReading } from './second-page';
import { testProgressNotes } from './test-progress';
import { TestedRequests } from './tested-requests';
import { treeText } from './tree';

const shownRows = 20;
const shownCharacters = 20_000;

/** With less time than this left in the invocation, no other way of paging is tried. */
const triesNeedMs = 8000;

/** What the pages of a test amount to, page by page. */
interface Trial {
  requests: TestedRequests;
  /** What the admin can set right in how responses are read. */
  hints: Set<string>;
  errorSelector: string;
  proposal?: PanelProposal;
  builder?: FrameBuilder;
  firstPage?: PageFacts;
  first?: UpstreamResponse;
  /** The first page as a tree. */
  tree?: string;
  last?: UpstreamResponse;
}

/** What was read, and why no more. */
interface Outcome {
  reading?: Reading;
  problem?: Problem;
  pagination?: PaginationProposal;
  secret?: SecretProof;
}

/**
 * What the data source of the form sends: its first pages as they went, read as the first panel would be proposed, and
 * what they say of how pages go on. What goes wrong with the API stands in the report.
 * @throws Problem `invalid-input` with the form's broken rules, `forbidden` or `not-found` for its draft
 */
export async function testDataSource(
  { testId, ...form }: DataSourceForm & { testId?: string },
  caller: { accountId: string },
  services: PanelServices,
): Promise<TestReport> {
  requireValid(form.settings, 'test', services);
  const secret = isOwnGrant(form.settings) ? undefined : await proveSecret(form, caller, services);
  const access = await authorizeTest(form, caller, services);
  const trial: Trial = {
    requests: new TestedRequests(services.redactor),
    hints: new Set(),
    errorSelector: form.settings.response.errorSelector,
  };
  const upstream: Upstream = {
    settings: named(form.settings),
    values: form.sampleValues ?? {},
    selectors: { rows: [] },
    rowsSelector: () => trial.proposal?.rowsSelector,
    access,
    bounds: testBounds,
    onRequest: (sent) => trial.requests.onRequest(sent),
    onResponse: (response) => noteResponse(trial, response),
    hinted: (sentence) => trial.hints.add(sentence),
    pageRead: testId === undefined ? undefined : testProgressNotes({ accountId: caller.accountId, testId }, services),
  };
  const began = services.now();
  const outcome = await attempt(form, upstream, trial, services);
  await noteTrial(form, outcome.problem, services);
  return report(trial, upstream, { ...outcome, secret }, began, services);
}

/** A form may be tested before it has a name; problems name their data source. */
function named(settings: DataSourceForm['settings']): DataSourceForm['settings'] {
  return settings.name.trim() === '' ? { ...settings, name: 'This data source' } : settings;
}

async function attempt(
  form: DataSourceForm,
  upstream: Upstream,
  trial: Trial,
  services: PanelServices,
): Promise<Outcome> {
  const { id, settings } = form;
  const read = (requested: Upstream, take: TakePage) =>
    id === undefined
      ? readUpstream(requested, services, take)
      : readWithWaits({ id, settings }, requested, services, take);
  let reading: Reading;
  try {
    reading = await read(upstream, (document, room, page) => takePage(trial, document, room, page));
  } catch (problem) {
    if (problem instanceof Problem) return { problem: forSamples(problem) };
    throw problem;
  }
  const readPage: ReadPage = (pagination, from) => secondPage(trial, read, { ...upstream, from }, pagination);
  const { firstPage, proposal: { rowsSelector = '' } = {} } = trial;
  const { pagesRead } = reading;
  const { method, headers } = settings.request;
  const tested: TestedReading = {
    rowsSelector,
    settings: settings.pagination,
    pagesRead,
    method,
    requestHeaders: headers.map(({ name }) => name),
    hasTime: () => services.remainingTime() > triesNeedMs,
  };
  const pagination = firstPage && (await proposePagination(firstPage, tested, readPage));
  return { reading, pagination };
}

/** A test's values stand in fields of their own. */
function forSamples(problem: Problem): Problem {
  const { code, message, details } = problem;
  const fields = details.fields?.map((field) => ({
    ...field,
    path: field.path.replace(/^variables\./, 'sampleValues.'),
  }));
  return fields ? new Problem(code, message, { ...details, fields }) : problem;
}

function noteResponse(trial: Trial, response: UpstreamResponse): void {
  trial.requests.onResponse(response);
  if (!trial.firstPage) trial.first = response;
  trial.last = response;
}

function takePage(trial: Trial, document: unknown, room: number, page: PageFacts): number {
  const hint = errorHint(document, trial.errorSelector);
  if (!trial.firstPage && hint !== undefined) trial.hints.add(hint);
  trial.firstPage ??= page;
  trial.tree ??= treeText(document);
  trial.proposal ??= proposePanel(document, { request: page.request, likelySign: page.likelySign });
  trial.builder ??= frameBuilder(trial.proposal.columns);
  const rows = rowsOf(trial.proposal, document).slice(0, room);
  trial.builder.add(rows);
  return rows.length;
}

function rowsOf({ rowsSelector, filters, columns }: PanelProposal, document: unknown): readonly unknown[] {
  return rowSelection(filters ?? [{ selector: rowsSelector }], columns).rows(document);
}

async function secondPage(
  { proposal = proposePanel(undefined) }: Trial,
  read: (upstream: Upstream, take: TakePage) => Promise<Reading>,
  upstream: Upstream,
  pagination: Parameters<ReadPage>[0],
): ReturnType<ReadPage> {
  const builder = frameBuilder(proposal.columns);
  let document: unknown;
  const settings = { ...upstream.settings, pagination };
  const bounds = { ...upstream.bounds, pages: 1 };
  await read({ ...upstream, settings, bounds, pageRead: undefined }, (page, room, facts) => {
    document = facts.document;
    const rows = rowsOf(proposal, page).slice(0, room);
    builder.add(rows);
    return rows.length;
  });
  return { document, table: await firstRows(builder) };
}

async function report(
  trial: Trial,
  upstream: Upstream,
  { reading, problem, pagination, secret }: Outcome,
  began: number,
  services: PanelServices,
): Promise<TestReport> {
  const { proposal, builder, first, last, requests, hints, tree } = trial;
  const shown = {
    status: last?.status,
    durationMs: services.now() - began,
    requests: requests.list(),
    reading: reading && { ...reading, warnings: [...reading.warnings, ...hints] },
    table: builder && (await firstRows(builder)),
    proposal,
    raw: first && { ...rawOf(first), tree: tree ?? treeOf(first, upstream, services) },
    pagination,
    secret,
    problem: problem && toProblemReply(problem, 'admin'),
  };
  return { ...shown, diagnostic: diagnosticOf(upstream.settings.name, shown, began) };
}

async function firstRows(builder: FrameBuilder): Promise<TableView | undefined> {
  const { frame } = builder.finish();
  if (frame.columns.length === 0) return undefined;
  const table = await tableView(frameSource(frame), {}, { offset: 0, count: shownRows });
  return { ...table, rows: table.rows.slice(0, shownRows), whole: table.rows.length <= shownRows && table.whole };
}

function rawOf(response: UpstreamResponse): NonNullable<TestReport['raw']> {
  const whole = response.text();
  const text = shorten(whole, shownCharacters);
  const totalBytes = response.body.bytes.byteLength;
  return { text, shownBytes: text === whole ? totalBytes : Buffer.byteLength(text), totalBytes };
}

/** Of a response that is no page; what cannot be read has no tree. */
function treeOf(response: UpstreamResponse, upstream: Upstream, { redactor }: PanelServices): string | undefined {
  try {
    const { document, bytes } = documentOf(response, upstream);
    return treeText(redactor.maskDocument(document, bytes));
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}
