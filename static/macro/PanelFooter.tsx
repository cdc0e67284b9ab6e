import { useRef } from 'react';
import type { LoadReply, Reading } from '../../src/shared/contract';
import { Glyph } from '../visuals/icons';
import type { Reader } from '../../src/shared/reader';
import { isCut, pagesText, readingText } from '../visuals/reading-text';
import { rowsOf } from '../visuals/view-window';
import { UpdatedAgo } from './UpdatedAgo';

interface PanelFooterProps {
  loaded: Extract<LoadReply, { state: 'view' }>;
  reader: Reader;
  busy: boolean;
  /** True after a refresh that brought the same rows. */
  isJustRead: boolean;
  onMore: () => void;
  onRefresh: () => void;
}

function Warnings({ reading }: { reading: Reading }) {
  const warnings = [...new Set(reading.warnings)];
  if (warnings.length === 0) return null;
  const list = (
    <ul>
      {warnings.map((warning) => (
        <li key={warning}>{warning}</li>
      ))}
    </ul>
  );
  if (warnings.length === 1) return <div className="xd-warnings">{list}</div>;
  return (
    <details className="xd-warnings">
      <summary>{warnings.length} notes on these rows</summary>
      {list}
    </details>
  );
}

function ReadingLine({ reading, locale }: { reading: Reading; locale: string }) {
  const isPart = isCut(reading);
  return (
    <span className={isPart ? 'xd-cut' : undefined} title={pagesText(reading, locale)}>
      {isPart && <Glyph name="warning" />} {readingText(reading, locale)}
    </span>
  );
}

/** What there is to know about the rows above: how many were read, why it stopped, how old they are, and *Refresh*. */
export function PanelFooter({ loaded, reader, busy, isJustRead, onMore, onRefresh }: PanelFooterProps) {
  const grows = loaded.part !== undefined && loaded.askAgainMs !== undefined;
  const hasGrown = useRef(false);
  hasGrown.current ||= grows;
  const end = hasGrown.current && readingText(loaded.reading, reader.locale);
  const more = (loaded.part?.rows ?? 0) - (rowsOf(loaded.view)?.totalRows ?? Infinity);
  return (
    <footer className="xd-footer">
      <div className="xd-facts">
        <ReadingLine reading={loaded.reading} locale={reader.locale} />
        <span className="xd-hidden" role="status">
          {grows ? 'More rows are being read.' : end}
        </span>
        {more > 0 && (
          <button type="button" className="xd-button" onClick={onMore}>
            {new Intl.NumberFormat(reader.locale).format(more)} more rows: show
          </button>
        )}
        <span className="xd-updated">
          <span role="status">{isJustRead && 'These rows were read less than 30 seconds ago.'}</span>
          <UpdatedAgo fetchedAt={loaded.age.fetchedAt} reader={reader} />
          <button type="button" className="xd-button" aria-disabled={busy} onClick={() => !busy && onRefresh()}>
            <Glyph name="refresh" className={busy ? 'xd-icon xd-turning' : 'xd-icon'} />
            Refresh
          </button>
        </span>
      </div>
      <Warnings reading={loaded.reading} />
    </footer>
  );
}
