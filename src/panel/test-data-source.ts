import type { DataSourceForm, PanelProposal, TestedRequest, TestReport } from '../contract';
import { requireValid } from '../data-sources/rules';
import type { Reading } from '../frame';
import { authorizeForm } from '../grants/authorize';
import { Problem, toProblemReply } from '../problem';
import type { TableView } from '../view';
import { frameSource } from '../visuals/frame-source';
import { shorten } from '../visuals/shorten';
import { tableView } from '../visuals/table';
import { testBounds } from './bounds';
import type { PanelServices } from './panel-services';
import { proposePanel } from './propose/propose-panel';
import { readPolitely } from './read-frame';
import type { Answer } from './remote/request';
import { type Remote, readRemote } from './remote/read-remote';
import { rowSelection } from './select';
import { type FrameBuilder, frameBuilder } from './shape';

const shownRows = 20;
const shownCharacters = 20_000;

/** What the pages of a test amount to, page by page. */
interface Trial {
  proposal?: PanelProposal;
  builder?: FrameBuilder;
  first?: Answer;
  last?: Answer;
  requests: TestedRequest[];
}

/**
 * What the data source of the form answers: its first pages as they went, read as the first panel would be proposed. What
 * goes wrong with the remote stands in the report.
 * @throws Problem `invalid-input` with the form's broken rules, `forbidden` or `not-found` for its draft
 */
export async function testDataSource(
  form: DataSourceForm,
  caller: { accountId: string },
  services: PanelServices,
): Promise<TestReport> {
  requireValid(form.settings, 'test', services);
  const access = await authorizeForm(form, caller, services);
  const trial: Trial = { requests: [] };
  const answered = (answer: Answer) => noteAnswer(trial, answer, services);
  const began = services.now();
  const outcome = await attempt(
    form,
    { settings: form.settings, access, bounds: testBounds, answered },
    trial,
    services,
  );
  return report(trial, outcome, services.now() - began);
}

type Outcome = { reading?: Reading; problem?: Problem };

async function attempt(form: DataSourceForm, remote: Remote, trial: Trial, services: PanelServices): Promise<Outcome> {
  const take = (document: unknown, room: number) => takePage(trial, document, room);
  const read = () =>
    form.id === undefined
      ? readRemote(remote, services, take)
      : readPolitely({ id: form.id, settings: form.settings }, remote, services, take);
  try {
    return { reading: await read() };
  } catch (problem) {
    if (problem instanceof Problem) return { problem };
    throw problem;
  }
}

function noteAnswer(trial: Trial, answer: Answer, { redactor }: PanelServices): void {
  const { url, status, durationMs, body, contentType } = answer;
  trial.first ??= answer;
  trial.last = answer;
  const bytes = body.bytes.byteLength;
  trial.requests.push({ url: redactor.redact(url.href), status, durationMs, bytes, contentType });
}

function takePage(trial: Trial, document: unknown, room: number): number {
  trial.proposal ??= proposePanel(document);
  trial.builder ??= frameBuilder(trial.proposal.columns);
  const rows = rowSelection([{ selector: trial.proposal.rowsSelector }])
    .rows(document)
    .slice(0, room);
  trial.builder.add(rows);
  return rows.length;
}

async function report(trial: Trial, { reading, problem }: Outcome, durationMs: number): Promise<TestReport> {
  const { proposal, first, last, requests } = trial;
  return {
    status: last?.status,
    durationMs,
    requests,
    reading,
    table: await firstRows(trial),
    proposal,
    raw: first && rawText(first),
    problem: problem && toProblemReply(problem, 'admin'),
  };
}

async function firstRows({ builder }: Trial): Promise<TableView | undefined> {
  const frame = builder?.finish().frame;
  if (!frame || frame.columns.length === 0) return undefined;
  const table = await tableView(frameSource(frame), { offset: 0, count: shownRows });
  return { ...table, rows: table.rows.slice(0, shownRows), whole: table.rows.length <= shownRows && table.whole };
}

function rawText(answer: Answer): TestReport['raw'] {
  const text = shorten(answer.text(), shownCharacters);
  return { text, shownBytes: Buffer.byteLength(text), totalBytes: answer.body.bytes.byteLength };
}
