import type { MouseEvent } from 'react';
import type { CellValue, ColumnType } from '../../../src/contract';
import type { FormatCell } from '../format-cell';
import { linkText, safeLink } from '../safe-link';

interface CellProps {
  value: CellValue;
  type: ColumnType;
  format: FormatCell;
  openLink: (url: string) => void;
}

const longText = 40;

function LinkedText({ href, text, openLink }: { href: string; text: string; openLink: (url: string) => void }) {
  const open = (event: MouseEvent): void => {
    event.preventDefault(); // a sandboxed frame opens no tab by itself
    openLink(href);
  };
  return (
    <a className="xd-clamp" href={href} target="_blank" rel="noopener noreferrer" title={href} onClick={open}>
      {linkText(text)}
    </a>
  );
}

function LongText({ text }: { text: string }) {
  return (
    <div className="xd-clamp" title={text}>
      {text}
    </div>
  );
}

/** One value as its column's type is shown; long text is cut after three lines and whole in its title. */
export function Cell({ value, type, format, openLink }: CellProps) {
  const text = format(value, type);
  const href = safeLink(value, type);
  const long = text.length > longText || text.includes('\n');
  const content = href ? (
    <LinkedText href={href} text={text} openLink={openLink} />
  ) : long ? (
    <LongText text={text} />
  ) : (
    text
  );
  return (
    <td data-type={type} className={long ? 'xd-long' : undefined}>
      {content}
    </td>
  );
}
