import type { Frame, Reading } from '../../shared/frame';
import type { PanelQuery } from '../shape/collect-frame';
import { resultColumns } from '../shape/result-columns';
import { untoldSentence } from './untold';

/** What is shown where nobody told what the rows are chosen by: none, and why. Nothing was requested for it. */
export function nothingTold(query: PanelQuery, now: number): { frame: Frame; reading: Reading } {
  const columns = resultColumns(query);
  const frame = { columns, values: columns.map(() => []), rowCount: 0 };
  const nothing = { durationMs: 0, pagesRead: 0, rowsRead: 0, bytesRead: 0, stopReason: 'complete' } as const;
  return { frame, reading: { fetchedAt: now, ...nothing, warnings: [untoldSentence] } };
}
