import type { CardsView, CellValue } from '../../../src/shared/contract';
import { CellContent } from '../cells/CellContent';
import type { Reader } from '../../../src/shared/reader';
import { cellsAt, otherPlaces } from '../cells-at';
import { CardImage } from './CardImage';

interface CardProps {
  view: CardsView;
  row: CellValue[];
  reader: Reader;
  openLink: (url: string) => void;
}

/** One row as a card: its picture, its title, and a line for each of its other values. */
export function Card({ view, row, reader, openLink }: CardProps) {
  const { columns, title, image } = view;
  const rest = cellsAt(columns, row, otherPlaces(columns, [title, image])).filter(({ value }) => value !== null);
  return (
    <li className="xd-card-item">
      {image !== undefined && <CardImage value={row[image] ?? null} name={String(row[title] ?? '')} />}
      <div className="xd-card-text">
        {cellsAt(columns, row, [title]).map((cell) => (
          <h3 key={cell.column.key} className="xd-card-title">
            {cell.value === null ? '–' : <CellContent {...cell} reader={reader} openLink={openLink} />}
          </h3>
        ))}
        {rest.length > 0 && (
          <dl>
            {rest.map((cell) => (
              <div key={cell.column.key}>
                <dt>{cell.column.label}</dt>
                <dd>
                  <CellContent {...cell} reader={reader} openLink={openLink} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </li>
  );
}
