/** The parts of a row that the focus goes to: the buttons of the headers, the cells of any other row. */
function stopsOf(row: HTMLTableRowElement): HTMLElement[] {
  const buttons = [...row.querySelectorAll<HTMLElement>('th button')];
  return buttons.length > 0 ? buttons : [...row.cells];
}

/** The row above or below that holds a part of the column; undefined at the ends of what is drawn. */
function nextRow(row: HTMLTableRowElement, step: number): HTMLTableRowElement | undefined {
  const rows = [...(row.closest('table')?.rows ?? [])].filter(({ ariaHidden }) => ariaHidden !== 'true');
  return rows[rows.indexOf(row) + step];
}

function inColumn(row: HTMLTableRowElement | undefined, column: number): HTMLElement | null | undefined {
  const cell = row?.cells[column];
  return cell?.querySelector<HTMLElement>('.xd-sort') ?? cell;
}

/** Where a key leads from a header's button or a cell; undefined where there is nothing in that direction. */
function target(from: HTMLElement, key: string): HTMLElement | null | undefined {
  const cell = from.closest<HTMLTableCellElement>('th, td');
  const row = cell?.closest('tr');
  if (!cell || !row) return undefined;
  const stops = stopsOf(row);
  const at = stops.indexOf(from);
  const forward = getComputedStyle(row).direction === 'rtl' ? -1 : 1;
  switch (key) {
    case 'ArrowRight':
      return stops[at + forward];
    case 'ArrowLeft':
      return stops[at - forward];
    case 'Home':
      return stops[0];
    case 'End':
      return stops.at(-1);
    default:
      return inColumn(nextRow(row, key === 'ArrowUp' ? -1 : 1), cell.cellIndex);
  }
}

/** Moves the focus from a header's button or a cell as a key of a grid does (ARIA Authoring Practices, "Grid"). */
export function moveInGrid(from: HTMLElement, key: string): void {
  const next = target(from, key);
  if (!next) return;
  if (next instanceof HTMLTableCellElement) next.tabIndex = -1;
  next.focus();
}
