import { load } from 'cheerio';
import { renderToStaticMarkup } from 'react-dom/server';
import type { RowWindow, TableView } from '../../../../../src/shared/contract';
import { loadMatchRows } from '../../../../../static/visuals/table/use-match-rows';
import type { ShownPart } from '../../../../../static/visuals/visual-props';
import { Visual } from '../../../../../static/visuals/view-components';

const view: TableView = {
  visual: 'table',
  columns: [
    { key: 'name', label: 'Name', type: 'text' },
    { key: 'mail', label: 'Email', type: 'email' },
    { key: 'age', label: 'Age', type: 'number' },
    { key: 'site', label: 'Site', type: 'link' },
  ],
  rows: [
    ['Grace', 'grace@example.com', 44, 'javascript:alert(1)'],
    ['<b>Ada</b>', null, 36, 'https://example.com/ada'],
  ],
  offset: 0,
  matchingRows: 2,
  totalRows: 2,
  whole: true,
};

function drawn(part: Partial<TableView>, window: Partial<RowWindow> = {}, hasReader = true, first?: ShownPart) {
  const html = renderToStaticMarkup(
    <Visual
      title="Staff"
      view={{ ...view, ...part }}
      window={{ offset: 0, count: 25, ...window }}
      onWindow={hasReader ? () => undefined : undefined}
      part={first}
      reader={{ locale: 'en', timeZone: 'UTC' }}
      openLink={() => undefined}
    />,
  );
  return load(html);
}

describe('a table, drawn by React as in the preview', () => {
  beforeAll(loadMatchRows);

  it('says its usual order until the reader asks for another', () => {
    const usualSorts: TableView['usualSorts'] = [{ column: 'name', direction: 'descending' }];
    const orders = (window: Partial<RowWindow>) =>
      drawn(
        { usualSorts },
        window,
      )('th')
        .map((_, cell) => cell.attribs['aria-sort'])
        .get();
    expect(orders({})).toEqual(['descending', 'none', 'none', 'none']);
    expect(orders({ sorts: [{ column: 'age', direction: 'ascending' }] })).toEqual([
      'none',
      'none',
      'ascending',
      'none',
    ]);
  });

  it('says of how many rows it speaks while there are more, and speaks of growing ones by itself no more', () => {
    const range = (first: ShownPart, search?: string) => drawn({}, { search }, true, first)('.xd-range');
    expect(range({ rows: 2, grows: true }).text()).toBe('The first 2 rows');
    expect(range({ rows: 2, grows: true }, 'ada').text()).toBe('1 matching of the first 2 rows');
    expect(range({ rows: 2, grows: true }).attr('aria-live')).toBe('off');
    expect(range({ rows: 2, grows: false }).attr('aria-live')).toBeUndefined();
  });

  it('is named by its title and says how it is sorted', () => {
    const $ = drawn({}, { sorts: [{ column: 'age', direction: 'ascending' }] });
    expect($(`#${$('table').attr('aria-labelledby') ?? ''}`.replaceAll(':', '\\:')).text()).toBe('Staff');
    expect(
      $('th')
        .map((_, cell) => $(cell).attr('aria-sort'))
        .get(),
    ).toEqual(['none', 'none', 'ascending', 'none']);
    expect($('tbody tr').first().find('td').first().text()).toBe('<b>Ada</b>');
  });

  it('links only addresses that are safe, without handing over where the reader comes from', () => {
    const $ = drawn({});
    expect(
      $('td a')
        .map((_, link) => $(link).attr('href'))
        .get(),
    ).toEqual(['mailto:grace@example.com', 'https://example.com/ada']);
    expect($('td a').first().attr('rel')).toBe('noopener noreferrer');
    expect($('td').eq(3).text()).toBe('javascript:alert(1)');
  });

  it('tells an empty source from a filter that finds nothing', () => {
    expect(drawn({ rows: [], matchingRows: 0, totalRows: 0 }).text()).toContain('No rows');
    const $ = drawn({}, { search: 'zzz' });
    expect($.text()).toContain('No rows match “zzz”.');
    expect($('[role=status]').text()).toBe('No matches in 2 rows');
  });

  it('offers nothing that would need other rows where nobody can be asked', () => {
    const $ = drawn({ whole: false, totalRows: 900, matchingRows: 900 }, {}, false);
    expect($('button, input, select')).toHaveLength(0);
    expect($('[role=status]').text()).toBe('1–2 of 900 rows');
  });

  it('counts its rows for assistive technology as they stand among all', () => {
    const $ = drawn({ whole: false, offset: 50, totalRows: 900, matchingRows: 900 }, { offset: 50 });
    expect($('table').attr('aria-rowcount')).toBe('901');
    expect(
      $('tbody tr')
        .map((_, row) => $(row).attr('aria-rowindex'))
        .get(),
    ).toEqual(['52', '53']);
  });
});
