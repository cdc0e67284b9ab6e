import type { SeenPart } from '../../../../../../static/admin/screens/panel/seen-part';
import { seenPart, stripHeight } from '../../../../../../static/admin/screens/panel/seen-part';

const whole: SeenPart = { top: 0, bottom: stripHeight };

test.each<[string, [number, SeenPart][], SeenPart | undefined]>([
  ['nothing', [], undefined],
  ['one strip', [[0, whole]], { top: 0, bottom: stripHeight }],
  [
    'a part that begins and ends within strips, told in any order',
    [
      [5, { top: 0, bottom: 24 }],
      [3, { top: 40, bottom: stripHeight }],
      [4, whole],
    ],
    { top: 3 * stripHeight + 40, bottom: 5 * stripHeight + 24 },
  ],
])('in sight: %s', (_, strips, part) => {
  expect(seenPart(new Map(strips))).toEqual(part);
});
