import { visuals } from '../../src/visuals/visual-registry';
import { drawGolden } from './draw-golden';
import { goldenCases } from './golden-cases';

const cases = goldenCases();

describe('a response and a panel make a view', () => {
  it.each(cases.map((golden) => [golden.name, golden.says, golden] as const))('%s: %s', async (_, __, golden) => {
    expect(await drawGolden(golden)).toEqual({ view: golden.view, warnings: golden.warnings });
  });

  it('of every visual', () => {
    const drawn = new Set(cases.map(({ view }) => view.visual));
    expect([...drawn].sort()).toEqual(Object.keys(visuals).sort());
  });
});
