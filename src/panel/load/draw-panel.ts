import type { LoadRequest, VisualSettings } from '../../shared/contract';
import type { View } from '../../shared/view';
import { type FrameSource, withoutColumns } from '../../visuals/frame-source';
import { drawView, inlineView } from '../../visuals/visual-registry';

/** What of a panel's rows is requested. */
export type Wanted = Pick<LoadRequest, 'window' | 'reader' | 'hiddenColumns' | 'inline'>;

/** Rows a page where the visual does not say. */
const usualRowsPerPage = 25;

/**
 * What draws the panel's visual for the requested rows. The values of hidden columns go no further than here. The
 * drawing throws Problem `visual-unsuited` where the visual needs a column that is hidden or gone.
 */
export function drawing(visual: VisualSettings, { window, reader, hiddenColumns = [], inline }: Wanted) {
  const leftOut = new Set(hiddenColumns);
  return (source: FrameSource): Promise<View> => {
    const shown = withoutColumns(source, ({ key, hidden }) => hidden === true || leftOut.has(key));
    return inline ? inlineView(shown, visual, inline) : drawView(shown, visual, { ...window, reader });
  };
}

/** Rows a page, as readers find them. */
export function rowsPerPage(visual: VisualSettings): number {
  return 'rowsPerPage' in visual ? visual.rowsPerPage : usualRowsPerPage;
}
