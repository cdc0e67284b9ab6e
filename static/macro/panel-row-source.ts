import type {
  ColumnValuesReply,
  ColumnValuesRequest,
  LoadReply,
  LoadRequest,
  ProblemReply,
  RowWindow,
  VariableValues,
} from '../../src/shared/contract';
import { CallError } from '../shared/call-error';
import type { Reader } from '../../src/shared/reader';
import type { RowsPart, RowSource } from '../visuals/row-source';
import { shownRows } from '../visuals/table/shown-rows';
import { loadMatchRows } from '../visuals/table/use-match-rows';
import { rowsOf } from '../visuals/view-window';
import { patientReply } from './patience';

/** What the source of further rows stands on. */
export interface SourcePorts {
  load(request: LoadRequest): Promise<LoadReply>;
  columnValues(request: ColumnValuesRequest): Promise<ColumnValuesReply>;
  wait(ms: number): Promise<void>;
  /** The page's address with the reader's values and a window in it; absent where the address is not known. */
  linkTo?(values: VariableValues, window: RowWindow): Promise<string | null>;
}

export interface SourceOptions {
  /** All of a request but the window. */
  request: Omit<LoadRequest, 'window'>;
  /** How many rows of a reading that goes on the window is cut from. */
  pin(window: RowWindow): Pick<LoadRequest, 'upTo'>;
  /** For whom the rows on the screen are written. */
  reader(): Reader;
  /** What readers themselves have set, for a link. */
  readerValues: VariableValues;
  /** False once the responses are of no use any more. */
  isWanted(): boolean;
}

const noRows: ProblemReply = {
  code: 'internal',
  title: 'No rows received',
  message: 'The panel has been changed. Reload the page to see the new version.',
  actor: 'reader',
  retry: false,
};

function settled<R extends object>(reply: R | ProblemReply): R {
  if ('code' in reply) throw new CallError(reply);
  return reply;
}

/** The rows of the window; of a reply that carries all rows, those that match in the requested order. */
async function partOf(
  reply: Exclude<LoadReply, { state: 'pending' }>,
  window: RowWindow,
  reader: Reader,
): Promise<RowsPart> {
  const view = reply.state === 'view' ? rowsOf(reply.view) : null;
  if (reply.state !== 'view' || !view) throw new CallError(noRows);
  const { rows, offset, matchingRows } = view.whole ? shownRows(view, window, reader, await loadMatchRows()) : view;
  return { rows, offset, matchingRows, fetchedAt: reply.age.fetchedAt };
}

/** Gets rows and values beyond those on the screen, always with the same values of its variables. */
export function rowSource(
  ports: SourcePorts,
  { request, pin, reader: readerNow, readerValues, isWanted }: SourceOptions,
): RowSource {
  const { panelId, values } = request;
  const { linkTo } = ports;
  return {
    rows: async (window) => {
      const reader = readerNow();
      const requested = { ...request, ...pin(window), window, reader };
      const reply = settled(await patientReply(() => ports.load(requested), ports.wait, isWanted));
      return partOf(reply, window, reader);
    },
    columnValues: async (column, search, offset) => {
      const requested: ColumnValuesRequest = { panelId, column, offset, reader: readerNow() };
      if (values) requested.values = values;
      if (search) requested.search = search;
      return settled(await patientReply(() => ports.columnValues(requested), ports.wait, isWanted));
    },
    linkTo: linkTo && ((window) => linkTo(readerValues, window)),
  };
}
