import type { CellValue, Column } from '../../../../src/shared/contract';
import { cardContext, readCardContext } from '../../../../static/macro/row-card/card-context';

const columns: Column[] = [
  { key: 'a', label: 'A', type: 'text' },
  { key: 'b', label: 'B', type: 'text', hidden: true },
  { key: 'c', label: 'C', type: 'text' },
];

function opened(at: number, here: (place: number) => boolean) {
  const rowAt = (place: number): CellValue[] | undefined =>
    here(place) ? [`a${place}`, `b${place}`, `c${place}`] : undefined;
  return cardContext({ title: 'Rows', columns, at, total: 1000, rowAt });
}

describe('a row that is opened', () => {
  it('takes its neighbors along, without columns that nobody sees', () => {
    const card = opened(100, (place) => place >= 90 && place < 103);
    expect(card).toMatchObject({ first: 90, at: 100, total: 1000 });
    expect(card.rows).toHaveLength(13);
    expect(card.rows[card.at - card.first]).toEqual(['a100', 'c100']);
  });

  it('takes no more than some of them', () => {
    const card = opened(100, () => true);
    expect(card.rows).toHaveLength(51);
    expect(opened(0, () => true).first).toBe(0);
  });

  it('is nothing where its rows have not come', () => {
    expect(opened(5, () => false).rows).toEqual([]);
  });

  it.each([[undefined], [null], ['rows'], [{}], [{ rows: 1 }]])('is not read from %j', (modal) => {
    expect(readCardContext(modal)).toBeNull();
  });
});
