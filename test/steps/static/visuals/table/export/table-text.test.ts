import { load } from 'cheerio';
import { cellFormatter } from '../../../../../../src/shared/column-types/cell-text';
import { fileName } from '../../../../../../static/visuals/table/export/save-file';
import { tableText } from '../../../../../../static/visuals/table/export/table-text';
import { shownColumns } from '../../../../../../static/visuals/table/shown-columns';

const format = cellFormatter({ locale: 'en-US', timeZone: 'UTC' });
const columns = shownColumns([
  { key: 'a', label: 'Name & <more>', type: 'text' },
  { key: 'b', label: 'Sum', type: 'number' },
]);

describe('a copied table', () => {
  it('is a table in HTML in which values are text, whatever they look like', () => {
    const { html } = tableText(columns, [['<img src=x onerror=alert(1)>\nnext', 1234]], format);
    const $ = load(html);
    expect($('img')).toHaveLength(0);
    expect($('th').first().text()).toBe('Name & <more>');
    expect($('td').first().text()).toBe('<img src=x onerror=alert(1)>next');
    expect($('td').eq(1).attr('align')).toBe('right');
  });

  it.each(['=1+1', '＝1', '-1', 'x;=1', 'x\t@1'])(
    'holds no formula where a text is %j, in HTML and in plain text',
    (value) => {
      const { html, text } = tableText(columns, [[value, -5]], format);
      const cell = load(html)('td').first().text();
      const plain = text.split('\n')[1] ?? '';
      for (const each of [cell, plain]) expect(each).toMatch(/^'[^']|'[@=]/);
      expect(load(html)('td').eq(1).text()).toBe('-5');
    },
  );

  it('is a line for each row in plain text, with tabs between cells and none in them', () => {
    expect(
      tableText(
        columns,
        [
          ['a\tb\nc', 1234],
          [null, null],
        ],
        format,
      ).text,
    ).toBe('Name & <more>\tSum\na b c\t1,234\n\t');
  });
});

describe('the name of a file', () => {
  it.each([
    ['Who works here', 'Who works here 2026-03-09.csv'],
    ['a/b\\c:d*e?"f"<g>|h', 'a b c d e f g h 2026-03-09.csv'],
    ['..', 'rows 2026-03-09.csv'],
    ['', 'rows 2026-03-09.csv'],
    ['Ünïcode 表', 'Ünïcode 表 2026-03-09.csv'],
  ])('made of %j is %j', (title, name) => {
    expect(fileName(title, 'csv', new Date(2026, 2, 9))).toBe(name);
  });
});
