import type { ChartSettings, NumberSettings, VisualSettings } from '../shared/contract';
import { isImage, isNumeric } from '../shared/column-types/cell-kind';
import type { Column } from '../shared/frame';
import type { FieldError } from '../shared/problem';
import type { SortOrder } from '../shared/view';
import { sentenceParts } from './sentence';

/** The rules that the settings of a visual break with these columns; empty where it can be drawn. */
export function checkVisual(visual: VisualSettings, columns: readonly Column[]): FieldError[] {
  const check = new VisualCheck(columns);
  switch (visual.type) {
    case 'key-value':
      break;
    case 'table':
      check.sorts(visual.sorts ?? []);
      break;
    case 'list':
      check.shown('primary', visual.primary);
      visual.secondary.forEach((key, index) => check.shown(`secondary.${index}`, key));
      break;
    case 'cards':
      check.shown('title', visual.title);
      if (visual.image !== undefined) check.typed('image', visual.image, images);
      break;
    case 'number':
      checkNumber(visual, check);
      break;
    case 'bar':
    case 'line':
    case 'area':
    case 'pie':
      checkChart(visual, check);
      break;
    case 'text':
      check.sentence(visual.text);
  }
  return check.errors;
}

/** What a visual needs of a column. */
interface Need {
  isMetBy: (column: Column) => boolean;
  name: string;
}

const numbers: Need = { isMetBy: isNumeric, name: 'numbers' };
const images: Need = { isMetBy: isImage, name: 'images' };

function checkNumber({ column, summary, compareWith }: NumberSettings, check: VisualCheck): void {
  const isSummedUp = summary === 'sum' || summary === 'average';
  if (isSummedUp) check.typed('column', column, numbers);
  else check.shown('column', column);
  if (compareWith === undefined) return;
  if (summary === 'count') check.shown('compareWith', compareWith);
  else check.typed('compareWith', compareWith, numbers);
}

function checkChart({ category, series }: ChartSettings, check: VisualCheck): void {
  check.shown('category', category);
  if (series.length === 0) check.add('series', 'Choose at least one column of numbers.');
  series.forEach((key, index) => check.typed(`series.${index}`, key, numbers));
}

class VisualCheck {
  readonly errors: FieldError[] = [];

  constructor(private readonly columns: readonly Column[]) {}

  add(path: string, message: string): void {
    this.errors.push({ path: `visual.${path}`, message });
  }

  shown(path: string, wanted: string): Column | undefined {
    const column = this.columns.find(({ key }) => key === wanted);
    if (!column)
      this.add(path, wanted === '' ? 'Choose a column.' : 'This column no longer exists. Choose another one.');
    else if (column.hidden) this.add(path, `The column “${column.label}” is hidden. Show it, or choose another one.`);
    return column?.hidden ? undefined : column;
  }

  typed(path: string, wanted: string, { isMetBy, name }: Need): void {
    const column = this.shown(path, wanted);
    if (column && !isMetBy(column)) {
      this.add(path, `The column “${column.label}” does not contain ${name}. Change its type, or choose another one.`);
    }
  }

  /** A table may be sorted by what it does not show. */
  sorts(sorts: readonly SortOrder[]): void {
    sorts.forEach(({ column }, index) => {
      const isKnown = this.columns.some(({ key }) => key === column);
      if (!isKnown) this.add(`sorts.${index}.column`, 'This column no longer exists. Choose another one.');
    });
  }

  sentence(text: string): void {
    if (text.trim() === '') this.add('text', 'Write a sentence.');
    const labels = sentenceParts(text).flatMap((part) => ('label' in part ? [part.label] : []));
    for (const label of new Set(labels)) {
      const column = this.columns.find((each) => each.label === label);
      if (!column) this.add('text', `No column is called “${label}”. To write a bracket itself, double it: [[.`);
      else if (column.hidden) this.add('text', `The column “${label}” is hidden. Show it, or use another one.`);
    }
  }
}
