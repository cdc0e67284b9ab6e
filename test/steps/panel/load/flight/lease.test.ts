import { isFlightHeld, newFlight } from '../../../../../src/panel/load/flight/flight';

const minute = 60_000;
const hour = 60 * minute;
const flight = newFlight('id', 'source', { holder: 'somebody', since: hour, until: hour + minute, waits: '' }, 'by');

test.each([
  ['while the holder reads', flight, hour + 1, true],
  ['where the clock of another process is behind by some seconds', flight, hour - 5000, true],
  ['after its time', flight, hour + minute, false],
  ['where nobody holds it', { ...flight, holder: '' }, hour + 1, false],
  ['where the clock went back since it was taken', flight, 0, false],
])('%s a lease is held or not', (_when, found, now, expected) => {
  expect(isFlightHeld(found, now)).toBe(expected);
});
