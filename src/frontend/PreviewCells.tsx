import { Box, Link, Lozenge, Text, xcss } from '@forge/react';
import type { StatusColor } from '../shared/contract';
import type { PreviewCell, PreviewTable } from './preview-table';

type Align = PreviewTable['columns'][number]['align'];

const styles = {
  start: xcss({ textAlign: 'start' }),
  center: xcss({ textAlign: 'center' }),
  end: xcss({ textAlign: 'end' }),
};

const appearances: Record<StatusColor, 'default' | 'inprogress' | 'success' | 'moved' | 'removed' | 'new'> = {
  neutral: 'default',
  blue: 'inprogress',
  green: 'success',
  yellow: 'moved',
  red: 'removed',
  purple: 'new',
};

function Content({ text, color, link }: PreviewCell) {
  if (link) {
    return (
      <Link href={link.href} openNewTab>
        {link.text}
      </Link>
    );
  }
  return color === undefined ? <Text>{text}</Text> : <Lozenge appearance={appearances[color]}>{text}</Lozenge>;
}

/** A value of the preview, to the side on which it stands on the page. */
export function Cell({ cell, align }: { cell: PreviewCell; align: Align }) {
  return (
    <Box xcss={styles[align]}>
      <Content {...cell} />
    </Box>
  );
}

/** The heading of a column, to the same side as its values. */
export function HeadCell({ label, align }: PreviewTable['columns'][number]) {
  return <Box xcss={styles[align]}>{label}</Box>;
}
