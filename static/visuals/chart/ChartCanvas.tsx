import { useEffect, useRef, useState } from 'react';
import type { ChartView } from '../../../src/shared/contract';
import type { Reader } from '../../../src/shared/reader';
import { onThemeChange } from './chart-colors';
import { chartSummary } from './chart-text';
import type { DrawnChart } from './drawn-chart';

interface ChartCanvasProps {
  title: string;
  view: ChartView;
  reader: Reader;
}

type Drawing = 'loading' | 'drawn' | 'failed';

/** The picture itself. The library that draws it is loaded with the first chart on the page. */
export function ChartCanvas({ title, view, reader }: ChartCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawing, setDrawing] = useState<Drawing>('loading');
  const wasDrawn = useRef(false);
  useEffect(() => {
    let chart: DrawnChart | undefined;
    let isGone = false;
    import('./drawn-chart').then(
      ({ drawChart }) => {
        if (isGone || !canvas.current) return;
        chart = drawChart(canvas.current, view, reader, !wasDrawn.current);
        wasDrawn.current = true;
        setDrawing('drawn');
      },
      () => isGone || setDrawing('failed'),
    );
    const stopListening = onThemeChange(() => chart?.recolor());
    return () => {
      isGone = true;
      stopListening();
      chart?.destroy();
    };
  }, [view, reader]);
  if (drawing === 'failed') {
    return <p className="xd-note">The chart could not be drawn. Its values are shown in a table.</p>;
  }
  return (
    <div className="xd-canvas" data-drawing={drawing}>
      <canvas ref={canvas} role="img" aria-label={chartSummary(title, view, reader)} />
    </div>
  );
}
