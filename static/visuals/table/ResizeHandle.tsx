import type { PointerEvent } from 'react';
import { useRef } from 'react';

interface ResizeHandleProps {
  onResize: (width: number) => void;
  onReset: () => void;
}

function headOf(handle: HTMLElement): DOMRect | undefined {
  return handle.closest('th')?.getBoundingClientRect();
}

/** The edge of a header by which a pointer makes its column wider; the column's options have the same for the keyboard. */
export function ResizeHandle({ onResize, onReset }: ResizeHandleProps) {
  const start = useRef<{ x: number; width: number; sign: number } | null>(null);
  const begin = (event: PointerEvent<HTMLElement>): void => {
    const head = headOf(event.currentTarget);
    if (event.button !== 0 || !head) return;
    const sign = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
    start.current = { x: event.clientX, width: head.width, sign };
    event.currentTarget.setPointerCapture(event.pointerId);
    event.preventDefault(); // no text is marked meanwhile
  };
  const move = (event: PointerEvent<HTMLElement>): void => {
    const from = start.current;
    if (from) onResize(from.width + from.sign * (event.clientX - from.x));
  };
  const end = (): void => {
    start.current = null;
  };
  return (
    <span
      className="xd-edge"
      aria-hidden="true"
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={onReset}
    />
  );
}
