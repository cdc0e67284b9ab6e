/** More than any document of 20 MB writes out; aliases of YAML can stand for far more. */
const mostValues = 5_000_000;
const mostLevels = 200;

/** Whether a value has no more values and levels than can be walked through. One that holds itself has more levels. */
export function isWithinBounds(whole: unknown): boolean {
  let left = mostValues;
  const fits = (value: unknown, level: number): boolean => {
    if (--left < 0 || level > mostLevels) return false;
    if (typeof value !== 'object' || value === null) return true;
    return Object.values(value).every((member) => fits(member, level + 1));
  };
  return fits(whole, 0);
}
