import type { ComponentType } from 'react';
import type { View, VisualName } from '../../src/shared/contract';
import { CardsVisual } from './cards/CardsVisual';
import { ChartVisual } from './chart/ChartVisual';
import { KeyValueVisual } from './key-value/KeyValueVisual';
import { ListVisual } from './list/ListVisual';
import { NumberVisual } from './number/NumberVisual';
import { partText } from './reading-text';
import { TableVisual } from './table/TableVisual';
import { TextVisual } from './text/TextVisual';
import { rowsOf } from './view-window';
import type { VisualProps } from './visual-props';

type Visuals = { readonly [Name in VisualName]: ComponentType<VisualProps<View & { visual: Name }>> };

const visuals: Visuals = {
  table: TableVisual,
  list: ListVisual,
  cards: CardsVisual,
  'key-value': KeyValueVisual,
  number: NumberVisual,
  bar: ChartVisual,
  line: ChartVisual,
  area: ChartVisual,
  pie: ChartVisual,
  text: TextVisual,
};

/** Any view, drawn by the one component that knows its kind. */
export function Visual({ view, ...props }: VisualProps<View>) {
  const Drawn = visuals[view.visual] as ComponentType<VisualProps<View>>;
  const { part, reader } = props;
  return (
    <>
      <Drawn view={view} {...props} />
      {part && !rowsOf(view) && <p className="xd-note">{partText(part, reader.locale)}</p>}
    </>
  );
}
