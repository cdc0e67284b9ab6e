import type { SettingsOf, VisualSettings } from '../shared/contract';
import type { View, VisualName } from '../shared/view';
import { cardsView } from './cards';
import { chartView } from './chart';
import type { FrameSource } from './frame-source';
import type { RequestedWindow } from './known-window';
import { oneValue } from './inline';
import { keyValueView } from './key-value';
import { listView } from './list';
import { numberView } from './number';
import { pieView } from './pie';
import { tableView } from './table';
import { textView } from './text';

/** One way to show a frame: the drawable value for the requested window of rows. */
export type DrawVisual<Settings> = (source: FrameSource, settings: Settings, window: RequestedWindow) => Promise<View>;

/** Every visual by its name. A new one is a new file and a line here. */
export const visuals: { readonly [Name in VisualName]: DrawVisual<SettingsOf<Name>> } = {
  table: tableView,
  list: listView,
  cards: cardsView,
  'key-value': keyValueView,
  number: numberView,
  bar: chartView,
  line: chartView,
  area: chartView,
  pie: pieView,
  text: textView,
};

/**
 * The view that the settings describe, for the requested window of rows.
 * @throws Problem `visual-unsuited` where a column that the visual names is hidden or gone
 */
export function drawView(source: FrameSource, visual: VisualSettings, window: RequestedWindow): Promise<View> {
  const draw = visuals[visual.type] as DrawVisual<VisualSettings>;
  return draw(source, visual, window);
}

/**
 * One value to stand in a sentence: that of the named column in the first row. Where none is named, what the panel itself
 * says in one value, be it a number or a sentence, else the first column of the first row.
 * @throws Problem `visual-unsuited`
 */
export function inlineView(
  source: FrameSource,
  visual: VisualSettings,
  { column }: { column?: string },
): Promise<View> {
  const isOneValue = visual.type === 'number' || visual.type === 'text';
  if (column === undefined && isOneValue) return drawView(source, visual, { offset: 0, count: 1 });
  return oneValue(source, column);
}
