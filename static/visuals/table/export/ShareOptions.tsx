import { useEffect, useRef } from 'react';
import type { CellValue } from '../../../../src/shared/contract';
import { countPhrase } from '../../../../src/shared/phrase';
import { Popup } from '../Popup';
import type { ExportParts, ExportState } from './use-export';
import { useExport } from './use-export';

const forms = {
  reading: { one: 'Reading… {read} of {count} row', other: 'Reading… {read} of {count} rows' },
  copy: { one: 'Copy {count} row as table', other: 'Copy {count} rows as table' },
  shown: { one: 'Download {count} row as CSV', other: 'Download {count} rows as CSV' },
  raw: { one: 'Download {count} row as CSV with raw values', other: 'Download {count} rows as CSV with raw values' },
};

export interface ShareOptionsProps extends ExportParts {
  anchor: HTMLElement;
  /** The rows on the screen, or all of them where they are here. */
  copied: CellValue[][];
  matchingRows: number;
  /** True while other rows are on their way: those on the screen are not what was requested last. */
  busy: boolean;
  locale: string;
  /** Of which rows the exports are, where there are more. */
  note?: string;
  onClose: () => void;
}

/** The text marked, so that one key copies it. */
function ByHand({ text }: { text: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.select(), [text]);
  return (
    <label className="xd-by-hand">
      The browser does not allow the app to copy. Press Ctrl+C, or ⌘C on a Mac:
      <textarea ref={field} readOnly rows={3} value={text} />
    </label>
  );
}

function Progress({ state, locale, onCancel }: { state: ExportState; locale: string; onCancel: () => void }) {
  const number = new Intl.NumberFormat(locale);
  return (
    <>
      <p role="status" className="xd-quiet">
        {state.at === 'reading' && state.total > 0 && (
          <>{countPhrase(state.total, forms.reading, { read: number.format(state.rows) }, { locale })}</>
        )}
        {state.at === 'reading' && state.total === 0 && 'Reading…'}
        {(state.at === 'done' || state.at === 'failed') && state.words}
      </p>
      {state.at === 'reading' && (
        <>
          <progress value={state.rows} max={Math.max(1, state.total)} aria-label="Rows read" />
          <button type="button" className="xd-button" onClick={onCancel}>
            Cancel
          </button>
        </>
      )}
      {state.at === 'by-hand' && <ByHand text={state.text} />}
    </>
  );
}

/** Ways to take rows along: a link to just these, the rows for a document, a CSV file of all that match. */
export function ShareOptions(props: ShareOptionsProps) {
  const { anchor, copied, matchingRows, busy, locale, note, onClose, ...parts } = props;
  const exporting = useExport(parts);
  const { state } = exporting;
  const isReading = state.at === 'reading';
  return (
    <Popup anchor={anchor} label="Share and export" keepsOpen={isReading} onClose={onClose}>
      <div className="xd-choices">
        {parts.link && (
          <button type="button" className="xd-button" onClick={exporting.copyLink}>
            Copy link to this view
          </button>
        )}
        <button
          type="button"
          className="xd-button"
          aria-disabled={busy}
          onClick={() => !busy && exporting.copyRows(copied)}
        >
          {countPhrase(copied.length, forms.copy, {}, { locale })}
        </button>
        <button
          type="button"
          className="xd-button"
          aria-disabled={busy || isReading}
          onClick={() => !busy && !isReading && exporting.download('shown')}
        >
          {countPhrase(matchingRows, forms.shown, {}, { locale })}
        </button>
        <button
          type="button"
          className="xd-button"
          aria-disabled={busy || isReading}
          onClick={() => !busy && !isReading && exporting.download('raw')}
        >
          {countPhrase(matchingRows, forms.raw, {}, { locale })}
        </button>
      </div>
      {note && <p className="xd-quiet">{note}</p>}
      {busy && !isReading && (
        <p role="status" className="xd-quiet">
          New rows are loading. You can copy and download them when they are ready.
        </p>
      )}
      <Progress state={state} locale={locale} onCancel={exporting.cancel} />
    </Popup>
  );
}
