import type { CellValue, ColumnType } from '../../../../src/shared/contract';
import { safeLink } from '../../../../src/shared/column-types/safe-link';

describe('a cell that may be opened', () => {
  it.each<[CellValue, ColumnType, string]>([
    ['https://example.com/a b', 'link', 'https://example.com/a%20b'],
    ['mailto:ada@example.com', 'link', 'mailto:ada@example.com'],
    ['ada@example.com', 'email', 'mailto:ada@example.com'],
    ['https://pictures.example.com/a.png', 'image', 'https://pictures.example.com/a.png'],
  ])('%j of type %s opens %s', (value, type, href) => {
    expect(safeLink(value, type)).toBe(href);
  });

  it.each<[CellValue, ColumnType]>([
    ['javascript:alert(1)', 'link'],
    ['  javascript:alert(1)', 'link'],
    ['data:text/html,x', 'link'],
    ['http://example.com', 'link'],
    ['https://user:word@example.com', 'link'],
    ['/relative', 'link'],
    ['', 'link'],
    ['mailto:ada@example.com', 'image'],
    ['http://example.com/a.png', 'image'],
    ['data:image/png;base64,AA', 'image'],
    [null, 'link'],
    [12, 'link'],
    ['ada', 'email'],
    ['ada@example.com?bcc=eve@example.com', 'email'],
    ['ada@example.com&cc=eve@example.com', 'email'],
    ['ada@example.com#top', 'email'],
    ['https://example.com', 'text'],
  ])('%j of type %s stays text', (value, type) => {
    expect(safeLink(value, type)).toBeNull();
  });
});
