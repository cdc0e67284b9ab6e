function Icon({ path, className }: { path: string; className?: string }) {
  return (
    <svg className={className ?? 'xd-icon'} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

const paths = {
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10Zm3.6-1.4L14 14',
  refresh: 'M13.5 6.5A6 6 0 1 0 14 9M13.8 2.5v4h-4',
  warning: 'M8 2.2 14.5 13.5h-13ZM8 6.5v3.2M8 11.6v.1',
  information: 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4ZM8 7.4v3.8M8 4.9V5',
  first: 'M11.5 4l-4 4 4 4M4.5 4v8',
  previous: 'M10 4 6 8l4 4',
  next: 'M6 4l4 4-4 4',
  last: 'M4.5 4l4 4-4 4M11.5 4v8',
  ascending: 'M8 13V3M4.5 6.5 8 3l3.5 3.5',
  descending: 'M8 3v10M4.5 9.5 8 13l3.5-3.5',
  level: 'M3 8h10M9.5 4.5 13 8l-3.5 3.5',
  unsorted: 'M5 6.2 8 3.2l3 3M5 9.8l3 3 3-3',
  options: 'M4 6.5 8 10l4-3.5',
  filtered: 'M2.5 3.5h11L9.4 8.4v4.2l-2.8-1.3V8.4Z',
  share: 'M8 9.5v-7M5 5l3-3 3 3M3 9.5V13h10V9.5',
  columns: 'M2.5 3h11v10h-11ZM6.2 3v10M9.8 3v10',
  close: 'M4 4l8 8M12 4l-8 8',
} as const;

/** A picture beside a word; screen readers pass over it. */
export function Glyph({ name, className }: { name: keyof typeof paths; className?: string }) {
  return <Icon path={paths[name]} className={className} />;
}
