import type { CellValue } from '../../../src/shared/contract';
import type { CellColumn } from '../../../src/shared/column-types/cell-kind';
import { cellText } from '../../../src/shared/column-types/cell-text';
import { columnTypes } from '../../../src/shared/column-types/registry';
import { safeLink } from '../../../src/shared/column-types/safe-link';
import type { Reader } from '../../../src/shared/reader';
import { CellImage } from './CellImage';
import { exactMoment } from './exact-moment';
import { hueOf, initialsOf } from './initials';
import { linkText } from '../../../src/shared/column-types/link-text';
import { OutLink } from './OutLink';
import { statusColor } from '../../../src/shared/column-types/status-color';

interface CellContentProps {
  value: CellValue;
  column: CellColumn & { label?: string };
  reader: Reader;
  openLink: (url: string) => void;
}

const longText = 40;
const discHues = 6;

/** Whether a cell needs more than a line, and so a column of some width; a text that is long or has lines. */
export function isLongText(text: string, { type }: CellColumn): boolean {
  const { look } = columnTypes[type];
  if (look === 'image' || look === 'lozenge') return false;
  return text.length > longText || text.includes('\n');
}

function Person({ name }: { name: string }) {
  return (
    <span className="xd-person">
      <span className="xd-disc" data-hue={hueOf(name, discHues)} aria-hidden="true">
        {initialsOf(name)}
      </span>
      <span className="xd-person-name">{name}</span>
    </span>
  );
}

function Text({ text, column, title }: { text: string; column: CellColumn; title?: string }) {
  const isCode = columnTypes[column.type].look === 'code';
  if (!isCode && !isLongText(text, column)) return title ? <span title={title}>{text}</span> : <>{text}</>;
  const shown = isCode ? <code className="xd-json">{text}</code> : text;
  return (
    <span className="xd-clamp" title={text}>
      {shown}
    </span>
  );
}

/**
 * One value as its column's type is shown. Long text is cut after three lines and whole in its title. Addresses become
 * links and pictures only where `safeLink` passes them, all else stays text.
 */
export function CellContent({ value, column, reader, openLink }: CellContentProps) {
  if (value === null) return null;
  const text = cellText(value, column, reader);
  const { look } = columnTypes[column.type];
  const href = safeLink(value, column.type);
  if (href && look === 'image')
    return <CellImage key={href} href={href} label={column.label ?? 'Image'} openLink={openLink} />;
  if (href) return <OutLink href={href} text={linkText(text, column.format)} openLink={openLink} />;
  if (look === 'person') return <Person name={text} />;
  if (look === 'lozenge')
    return (
      <span className="xd-lozenge" data-color={statusColor(value, column.format)} title={text}>
        {text}
      </span>
    );
  return <Text text={text} column={column} title={exactMoment(value, column, reader)} />;
}
