import type { LoadRequest, VisualSettings } from '../../shared/contract';
import type { Column } from '../../shared/frame';
import type { View } from '../../shared/view';
import { type FrameSource, withoutColumns } from '../../visuals/frame-source';
import { drawView, inlineView } from '../../visuals/visual-registry';

/** What of a panel's rows is requested. */
export interface Wanted extends Pick<LoadRequest, 'window' | 'reader' | 'hiddenColumns' | 'inline'> {
  /** Keys of the columns whose pictures are shown; those of others are links. All where absent. */
  pictures?: ReadonlySet<string>;
}

/**
 * The request as it holds for the panel of that id: what a macro says of columns counts for the panel that it names, and not for
 * one that has taken its place, whose columns go by the same keys.
 */
export function wantedOf<T extends Pick<LoadRequest, 'panelId' | 'hiddenColumns' | 'inline'>>(
  request: T,
  panelId: string,
): T {
  if (request.panelId === panelId) return request;
  return { ...request, hiddenColumns: undefined, inline: request.inline && {} };
}

/** Rows a page where the visual does not say. */
const usualRowsPerPage = 25;

/**
 * What draws the panel's visual for the requested rows. The values of hidden columns go no further than here. The
 * drawing throws Problem `visual-unsuited` where the visual needs a column that is hidden or gone.
 */
export function drawing(visual: VisualSettings, { window, reader, hiddenColumns = [], inline, pictures }: Wanted) {
  const leftOut = new Set(hiddenColumns);
  const drawn = (shown: FrameSource, as: VisualSettings): Promise<View> =>
    inline ? inlineView(shown, as, inline) : drawView(shown, as, { ...window, reader });
  return (source: FrameSource): Promise<View> => {
    const shown = withoutColumns(source, ({ key, hidden }) => hidden === true || leftOut.has(key));
    if (pictures) return drawn(withLinks(shown, pictures), withPicture(visual, pictures));
    return drawn(shown, visual);
  };
}

/** The source with links in place of other pictures than these. */
function withLinks(source: FrameSource, pictures: ReadonlySet<string>): FrameSource {
  const columns = source.columns.map((column): Column =>
    column.type === 'image' && !pictures.has(column.key) ? { ...column, type: 'link' } : column,
  );
  return { ...source, columns };
}

/** A card shows the value of any column as its picture. */
function withPicture(visual: VisualSettings, pictures: ReadonlySet<string>): VisualSettings {
  if (visual.type !== 'cards' || visual.image === undefined || pictures.has(visual.image)) return visual;
  return { ...visual, image: undefined };
}

/** Rows a page, as readers find them. */
export function rowsPerPage(visual: VisualSettings): number {
  return 'rowsPerPage' in visual ? visual.rowsPerPage : usualRowsPerPage;
}
