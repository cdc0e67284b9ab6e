import type { VisualName } from '../../../../src/shared/contract';

/** Pictures of 24 by 24, drawn with lines alone. */
const paths: Record<VisualName, string> = {
  table: 'M3 5h18v14H3zM3 10h18M3 14.5h18M9 10v9M15 10v9',
  number: 'M5 9l3-2v11M13 9.5a3 3 0 1 1 5.2 2L13 18h6',
  list: 'M4 6.5h.01M4 12h.01M4 17.5h.01M8 6.5h12M8 12h12M8 17.5h12',
  cards: 'M3.5 5h7.5v6H3.5zM13 5h7.5v6H13zM3.5 13h7.5v6H3.5zM13 13h7.5v6H13z',
  'key-value': 'M4 7h5M12 7h8M4 12h5M12 12h8M4 17h5M12 17h6',
  bar: 'M4 20h16M6.5 20v-7M12 20V5M17.5 20v-10',
  line: 'M4 20h16M4 15l5-5 4 3 7-8',
  area: 'M4 20l0-5 5-5 4 3 7-8v15z',
  pie: 'M12 4a8 8 0 1 0 8 8h-8zM15 3.6a8 8 0 0 1 5.4 5.4H15z',
  text: 'M5 7V5h14v2M12 5v14M9.5 19h5',
};

/** The picture of a visual; its name stands beside it. */
export function VisualIcon({ name }: { name: VisualName }) {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
