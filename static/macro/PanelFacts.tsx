import { useRef, useState } from 'react';
import type { LoadReply, Reading } from '../../src/shared/contract';
import { exactTime } from '../visuals/age-text';
import { Glyph } from '../visuals/icons';
import type { Reader } from '../../src/shared/reader';
import { isCut, pagesText, readingText } from '../visuals/reading-text';
import { rowsOf } from '../visuals/view-window';
import { UpdatedAgo } from './UpdatedAgo';

type Loaded = Extract<LoadReply, { state: 'view' }>;

interface PanelFactsProps {
  loaded: Loaded;
  reader: Reader;
  busy: boolean;
  /** True after a refresh that brought the same rows. */
  isJustRead: boolean;
  /** True where the last call brought nothing. */
  hasFailed: boolean;
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

/** How old the rows are; where they are not what the source has now, why. */
function Age({ age: { fetchedAt, staleReason }, reader }: Pick<Loaded, 'age'> & { reader: Reader }) {
  const updated = <UpdatedAgo fetchedAt={fetchedAt} reader={reader} />;
  if (!staleReason) return updated;
  return (
    <>
      <span className="xd-stale" role="status">
        <Glyph name="warning" /> {staleReason}{' '}
        <span className="xd-since">These rows are from {exactTime(fetchedAt, reader)}.</span>
      </span>
      {updated}
    </>
  );
}

/** Below the title: how many rows were read, why it stopped, how old they are, and *Refresh*, which answers beside itself. */
export function PanelFacts({ loaded, reader, busy, isJustRead, hasFailed, onMore, onRefresh }: PanelFactsProps) {
  const { age, reading, title } = loaded;
  const [isTried, setTried] = useState(false);
  const isVain = isTried && !busy && (hasFailed || age.staleReason !== undefined);
  const grows = loaded.part !== undefined && loaded.askAgainMs !== undefined;
  const hasGrown = useRef(false);
  hasGrown.current ||= grows;
  const end = hasGrown.current && readingText(reading, reader.locale);
  const more = (loaded.part?.rows ?? 0) - (rowsOf(loaded.view)?.totalRows ?? Infinity);
  const refresh = (): void => {
    setTried(true);
    onRefresh();
  };
  return (
    <div className="xd-footer">
      <div className="xd-facts">
        <ReadingLine reading={reading} locale={reader.locale} />
        <span className="xd-hidden" role="status">
          {grows ? 'More rows are being read.' : end}
        </span>
        {more > 0 && (
          <button type="button" className="xd-button" onClick={onMore}>
            {new Intl.NumberFormat(reader.locale).format(more)} more rows: show
          </button>
        )}
        <Age age={age} reader={reader} />
        <span className="xd-print">Panel “{title}”</span>
        <span className="xd-updated">
          <button type="button" className="xd-button" aria-disabled={busy} onClick={() => !busy && refresh()}>
            <Glyph name="refresh" className={busy ? 'xd-icon xd-turning' : 'xd-icon'} />
            Refresh
          </button>
          <span role="status">
            {isVain && 'No newer rows could be read.'}
            {isJustRead && 'These rows were read less than 30 seconds ago.'}
          </span>
        </span>
      </div>
      <Warnings reading={reading} />
    </div>
  );
}
