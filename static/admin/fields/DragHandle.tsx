import type { HandleEvents } from './useDragOrder';

/** What an entry of a list is taken at: dragged, or moved by the arrow keys. */
export function DragHandle({ name, events }: { name: string; events: HandleEvents }) {
  return (
    <button
      type="button"
      className="drag-handle"
      aria-label={`Move ${name}`}
      aria-keyshortcuts="ArrowUp ArrowDown"
      title="Drag to move, or press the arrow keys"
      {...events}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path
          d="M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
        />
      </svg>
    </button>
  );
}
