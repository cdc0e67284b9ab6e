import type { VisualName } from '../../src/shared/contract';

interface VisualSkeletonProps {
  visual: VisualName;
  /** Rows of a page. */
  rows: number;
}

const mostPieces = 12;

const shapes: { readonly [Name in VisualName]: 'lines' | 'cards' | 'number' | 'text' | 'chart' } = {
  table: 'lines',
  list: 'lines',
  cards: 'cards',
  'key-value': 'lines',
  number: 'number',
  text: 'text',
  bar: 'chart',
  line: 'chart',
  area: 'chart',
  pie: 'chart',
};

/** The shape of a visual while its view is awaited, of about the height it will have. */
export function VisualSkeleton({ visual, rows }: VisualSkeletonProps) {
  const shape = shapes[visual];
  if (shape !== 'lines' && shape !== 'cards') return <div className="xd-bone" data-visual={shape} aria-hidden="true" />;
  return (
    <div className={`xd-bone-${shape}`} aria-hidden="true">
      {Array.from({ length: Math.min(rows, mostPieces) }, (_, piece) => (
        <div key={piece} className="xd-bone" />
      ))}
    </div>
  );
}
