import fc from 'fast-check';
import { ageText, ageTextHolds } from '../../../../static/visuals/age-text';

const minute = 60_000;
const hour = 60 * minute;

describe('the age of rows', () => {
  it.each([
    [-5 * minute, 'just now'],
    [0, 'just now'],
    [44_999, 'just now'],
    [45_000, '1 minute ago'],
    [2 * minute - 1, '1 minute ago'],
    [2 * minute, '2 minutes ago'],
    [hour - 1, '59 minutes ago'],
    [hour, '1 hour ago'],
    [47 * hour, '47 hours ago'],
    [48 * hour, '2 days ago'],
    [400 * 24 * hour, '400 days ago'],
  ])('of %d ms is "%s"', (age, text) => {
    expect(ageText(age)).toBe(text);
  });

  it('reads the same until the time at which it may change', () => {
    const ages = fc.integer({ min: 0, max: 100 * 24 * hour });
    fc.assert(
      fc.property(ages, fc.double({ min: 0, max: 0.999, noNaN: true }), (age, part) => {
        const holds = ageTextHolds(age);
        expect(holds).toBeGreaterThan(0);
        expect(ageText(age + Math.floor(holds * part))).toBe(ageText(age));
      }),
    );
  });
});
