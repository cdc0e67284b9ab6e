import type { CardsView } from '../../../src/shared/contract';
import { PagedRows } from '../PagedRows';
import type { VisualProps } from '../visual-props';
import { Card } from './Card';

/** A card for each row, as many beside each other as fit. */
export function CardsVisual(props: VisualProps<CardsView>) {
  const { view, reader, openLink } = props;
  return (
    <PagedRows {...props}>
      {(rows, titleId) => (
        <ul className="xd-cards" aria-labelledby={titleId}>
          {rows.map((row, index) => (
            <Card key={index} view={view} row={row} reader={reader} openLink={openLink} />
          ))}
        </ul>
      )}
    </PagedRows>
  );
}
