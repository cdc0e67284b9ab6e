import type { PanelSettings } from '../../shared/contract';
import type { Frame } from '../../shared/frame';
import { Problem } from '../../shared/problem';
import type { Bind } from './row-steps/row-step-kind';
import type { UnreadableValues } from './fill-column';
import { rowSelection } from './select';
import { type FrameBuilder, frameBuilder, frameColumns } from './shape';

/** A panel's query, as stored or as it stands in a form. */
export type PanelQuery = Pick<PanelSettings, 'filters' | 'columns' | 'rowSteps'> & {
  /** Writes the values of variables into a text of the row steps; as it stands where absent. */
  bind?: Bind;
};

/** Takes the rows of one query out of page after page. What goes wrong with one query is its own affair. */
export interface FrameCollector {
  readonly columnCount: number;
  /** All rows it took, those before it included. */
  readonly rowCount: number;
  /** Those that it holds. */
  readonly heldRows: number;
  /** There were more rows than it could take. */
  readonly isCut: boolean;
  /** Why this query has no frame. */
  readonly problem: Problem | undefined;
  /** Adds the rows of a page; how many it took. */
  add(document: unknown): number;
  /** The frame of the rows that it holds, which it holds no longer. */
  take(): Frame;
  /** How many values of each column were not of its type, in the rows it took itself. */
  unreadable(): UnreadableValues[];
  finish(): { frame: Frame; warnings: string[] };
}

/** What was taken of earlier pages by others. */
export interface CollectedBefore {
  rowCount: number;
  isCut: boolean;
}

/** A collector of at most so many rows, `before` included. */
export function frameCollector(query: PanelQuery, mostRows: number, before?: CollectedBefore): FrameCollector {
  let selection: ReturnType<typeof rowSelection> | undefined;
  let builder: FrameBuilder | undefined;
  let problem: Problem | undefined;
  let rowCount = before?.rowCount ?? 0;
  let heldRows = 0;
  let isCut = before?.isCut ?? false;
  let isFirst = before === undefined;

  const attempt = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problem = error;
      builder = undefined;
    }
  };

  const add = (document: unknown): void => {
    if (isFirst) selection?.requireIn(document);
    isFirst = false;
    const rows = selection?.rows(document) ?? [];
    const taken = builder?.add(rows, mostRows - rowCount + heldRows);
    rowCount += taken?.added ?? 0;
    heldRows += taken?.added ?? 0;
    isCut ||= taken?.isCut ?? false;
  };

  const built = (): FrameBuilder => {
    if (!builder) throw problem ?? new Error('a collector without a problem has a builder');
    return builder;
  };

  attempt(() => {
    selection = rowSelection(query.filters, query.columns);
    builder = frameBuilder(query.columns);
  });
  return {
    columnCount: frameColumns(query.columns).length,
    get rowCount() {
      return rowCount;
    },
    get heldRows() {
      return heldRows;
    },
    get isCut() {
      return isCut;
    },
    get problem() {
      return problem;
    },
    add(document) {
      const countBefore = rowCount;
      if (!problem) attempt(() => add(document));
      return rowCount - countBefore;
    },
    take() {
      heldRows = 0;
      return built().take();
    },
    unreadable: () => builder?.unreadable() ?? [],
    finish: () => built().finish(),
  };
}
