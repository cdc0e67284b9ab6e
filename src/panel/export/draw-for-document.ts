import type { VisualSettings } from '../../shared/contract';
import type { RowsView, View } from '../../shared/view';
import type { FrameSource } from '../../visuals/frame-source';
import { drawView, inlineView } from '../../visuals/visual-registry';

/** A view that holds all rows which go into the document. */
export type Drawn = View;

/** Rows of one exported panel; a document with more is a burden to whoever opens it. */
const maxExportedRows = 2000;

/**
 * The view with all its rows, as many as a document takes, in the order readers find them; or the one value that stands in
 * a sentence.
 * @throws Problem `visual-unsuited`
 */
export async function drawForDocument(
  source: FrameSource,
  visual: VisualSettings,
  inline: { column?: string } | undefined,
): Promise<Drawn> {
  if (inline) return inlineView(source, visual, inline);
  const view = await drawView(source, visual, { offset: 0, count: maxExportedRows });
  if (!hasRows(view)) return view;
  const { rows, totalRows } = view;
  const wanted = Math.min(totalRows, maxExportedRows);
  while (rows.length < wanted) {
    const next = await drawView(source, visual, { offset: rows.length, count: wanted - rows.length });
    if (!hasRows(next) || next.rows.length === 0) break;
    rows.push(...next.rows);
  }
  return view;
}

function hasRows(view: View): view is View & RowsView {
  return 'rows' in view;
}
