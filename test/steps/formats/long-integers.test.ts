import fc from 'fast-check';
import { hasLongDigitRun } from '../../../src/formats/long-integers';

const mostlyDigits = fc.array(
  fc.oneof({ weight: 30, arbitrary: fc.integer({ min: 0x30, max: 0x39 }) }, fc.integer({ min: 0, max: 0xff })),
  { maxLength: 60 },
);

test('a run of sixteen digits is found wherever it lies in memory, and nothing else is taken for one', () => {
  fc.assert(
    fc.property(mostlyDigits, fc.integer({ min: 0, max: 7 }), (bytes, offset) => {
      const memory = Uint8Array.from([...Array<number>(offset).fill(0x31), ...bytes, 0x31, 0x31]);
      const part = memory.subarray(offset, offset + bytes.length);
      expect(hasLongDigitRun(part)).toBe(/\d{16}/.test(Buffer.from(part).toString('latin1')));
    }),
    { numRuns: 3000 },
  );
});
