import type { View } from '../../src/shared/contract';
import { TableVisual } from '../visuals/table/TableVisual';
import { useLazy } from '../visuals/use-lazy';
import { VisualSkeleton } from '../visuals/VisualSkeleton';
import type { VisualProps } from '../visuals/visual-props';

const loadVisual = () => import('../visuals/view-components').then(({ Visual }) => Visual);

/** Any view; a table at once, the others once their code has come. */
export function PanelVisual({ view, ...props }: VisualProps<View>) {
  const Other = useLazy<VisualProps<View>>(view.visual !== 'table', loadVisual);
  if (view.visual === 'table') return <TableVisual view={view} {...props} />;
  if (Other) return <Other view={view} {...props} />;
  return <VisualSkeleton visual={view.visual} rows={props.window.count} />;
}
