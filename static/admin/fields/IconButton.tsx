import type { MouseEvent } from 'react';

const paths = {
  remove: 'M4 4l8 8M12 4l-8 8',
  up: 'M8 12.5v-9M4 7l4-4 4 4',
  down: 'M8 3.5v9M4 9l4 4 4-4',
  more: 'M4 6l4 4 4-4',
  less: 'M4 10l4-4 4 4',
} as const;

interface IconButtonProps {
  /** `more` turns into `less` while it is expanded. */
  icon: keyof typeof paths;
  label: string;
  /** Shown beside the pointer in place of the label. */
  title?: string;
  isDisabled?: boolean;
  /** Of a button that opens something: whether it is open. */
  expanded?: boolean;
  /** The id of what it has opened. */
  controls?: string;
  onClick: (event: MouseEvent<HTMLButtonElement>) => void;
}

/** A small button whose picture is explained by its label. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, title = label, isDisabled, expanded, controls, onClick } = props;
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={title}
      aria-disabled={isDisabled}
      aria-expanded={expanded}
      aria-controls={controls}
      onClick={(event) => (isDisabled ? undefined : onClick(event))}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path
          d={paths[icon === 'more' && expanded ? 'less' : icon]}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </button>
  );
}
