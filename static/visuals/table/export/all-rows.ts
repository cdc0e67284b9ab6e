import type { CellValue, RowWindow } from '../../../../src/shared/contract';
import type { RowSource } from '../../row-source';

/** Most rows that one call is requested. */
const windowRows = 1000;
const mostBeginnings = 3;

/** What was read meanwhile is not what was read before: the source has newer rows. */
class NewerRows extends Error {}

interface Gathering {
  source: Pick<RowSource, 'rows'>;
  window: RowWindow;
  /** Rows have come; also called with 0 when it begins, or begins anew. */
  progress: (rows: number, total: number) => void;
  signal: AbortSignal;
  /** The first so many, where more come meanwhile. */
  most?: number;
}

async function gatherOnce({ source, window, progress, signal, most = Infinity }: Gathering): Promise<CellValue[][]> {
  const rows: CellValue[][] = [];
  let fetchedAt: number | undefined;
  for (let total = 1; rows.length < total;) {
    const part = await source.rows({ ...window, offset: rows.length, count: windowRows });
    signal.throwIfAborted();
    fetchedAt ??= part.fetchedAt;
    if (part.fetchedAt !== fetchedAt || (part.rows.length === 0 && part.matchingRows > rows.length)) {
      throw new NewerRows();
    }
    rows.push(...part.rows);
    total = Math.min(part.matchingRows, most);
    progress(Math.min(rows.length, total), total);
  }
  return rows.slice(0, most);
}

/**
 * All rows that match the window's search and filters, in its order, of one and the same read: where newer rows come in
 * between it begins anew.
 * @throws the signal's reason when it is aborted, and what a call throws
 */
export async function allRows(gathering: Gathering): Promise<CellValue[][]> {
  for (let beginning = 1; ; beginning += 1) {
    gathering.progress(0, 0);
    try {
      return await gatherOnce(gathering);
    } catch (error) {
      if (!(error instanceof NewerRows) || beginning >= mostBeginnings) throw error;
    }
  }
}
