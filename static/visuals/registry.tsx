import type { ComponentType } from 'react';
import type { View, VisualName } from '../../src/contract';
import { TableVisual } from './table/TableVisual';
import type { VisualProps } from './visual-props';

type Visuals = { readonly [Name in VisualName]: ComponentType<VisualProps<Extract<View, { visual: Name }>>> };

const visuals: Visuals = { table: TableVisual };

/** Any view, drawn by the one component that knows its kind. */
export function Visual({ view, ...props }: VisualProps<View>) {
  const Drawn = visuals[view.visual];
  return <Drawn view={view} {...props} />;
}
