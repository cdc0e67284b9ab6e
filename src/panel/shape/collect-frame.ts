import type { PanelSettings } from '../../shared/contract';
import type { Frame } from '../../shared/frame';
import { Problem } from '../../shared/problem';
import type { Bind } from './row-steps/row-step-kind';
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
  readonly rowCount: number;
  /** There were more rows than it could take. */
  readonly isCut: boolean;
  /** Why this query has no frame. */
  readonly problem: Problem | undefined;
  /** Adds the rows of a page; how many it took. */
  add(document: unknown): number;
  finish(): { frame: Frame; warnings: string[] };
}

/** A collector of at most so many rows. */
export function frameCollector(query: PanelQuery, mostRows: number): FrameCollector {
  let selection: ReturnType<typeof rowSelection> | undefined;
  let builder: FrameBuilder | undefined;
  let problem: Problem | undefined;
  let rowCount = 0;
  let isCut = false;
  let isFirst = true;

  const attempt = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problem = error;
      builder = undefined;
    }
  };

  const take = (document: unknown): void => {
    if (isFirst) selection?.requireIn(document);
    isFirst = false;
    const rows = selection?.rows(document) ?? [];
    const taken = builder?.add(rows, mostRows);
    rowCount += taken?.added ?? 0;
    isCut ||= taken?.isCut ?? false;
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
    get isCut() {
      return isCut;
    },
    get problem() {
      return problem;
    },
    add(document) {
      const before = rowCount;
      if (!problem) attempt(() => take(document));
      return rowCount - before;
    },
    finish() {
      if (!builder) throw problem ?? new Error('a collector without a problem has a builder');
      return builder.finish();
    },
  };
}
