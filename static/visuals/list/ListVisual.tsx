import type { ListView } from '../../../src/shared/contract';
import { cellKind } from '../../../src/shared/column-types/cell-kind';
import { CellContent } from '../cells/CellContent';
import { PagedRows } from '../PagedRows';
import { cellsAt } from '../cells-at';
import type { VisualProps } from '../visual-props';

/** A line for each row: a text, and what else there is to say about it, below or beside. */
export function ListVisual(props: VisualProps<ListView>) {
  const { view, reader, openLink } = props;
  return (
    <PagedRows {...props}>
      {(rows, titleId) => (
        <ul className="xd-list" aria-labelledby={titleId}>
          {rows.map((row, index) => (
            <li key={index}>
              {cellsAt(view.columns, row, [view.primary]).map((cell) => (
                <span key={cell.column.key} className="xd-primary" dir="auto">
                  <CellContent {...cell} reader={reader} openLink={openLink} />
                </span>
              ))}
              <span className="xd-secondary">
                {cellsAt(view.columns, row, view.secondary)
                  .filter(({ value }) => value !== null)
                  .map((cell) => (
                    <span key={cell.column.key}>
                      <span className={cellKind(cell.column) === 'text' ? 'xd-hidden' : 'xd-quiet'}>
                        {cell.column.label}:{' '}
                      </span>
                      <CellContent {...cell} reader={reader} openLink={openLink} />
                    </span>
                  ))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </PagedRows>
  );
}
