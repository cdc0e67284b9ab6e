/** Bytes that are looked at together. Of fewer, too many stand in some probe, so that the search would hardly skip any. */
const block = 3;

const hashes = 0x1_0000;

/**
 * A search that says whether bytes hold one of the probes, of three bytes or more each. It looks at every n-th byte or so,
 * where n is the length of the shortest probe, however many there are: three bytes say how far the next place is where a
 * probe could end (Wu and Manber, "A fast algorithm for multi-pattern searching").
 */
export function probeSearch(probes: readonly Uint8Array[]): (bytes: Uint8Array) => boolean {
  if (probes.length === 0) return () => false;
  const width = Math.min(...probes.map(({ length }) => length));
  const { steps, endings } = tablesOf(probes, width);
  return (bytes) => {
    for (let last = width - 1; last < bytes.length;) {
      const hash = hashAt(bytes, last);
      const step = steps[hash]!;
      if (step === 0 && endings.get(hash)?.some((probe) => stands(probe, bytes, last - width + 1))) return true;
      last += Math.max(step, 1);
    }
    return false;
  };
}

/** Of the three bytes that end there. */
const hashAt = (bytes: Uint8Array, last: number) =>
  ((bytes[last - 2]! << 10) ^ (bytes[last - 1]! << 5) ^ bytes[last]!) & (hashes - 1);

/** By hashes: how far on a probe can end, and which probes have that hash where the first `width` bytes end. */
function tablesOf(probes: readonly Uint8Array[], width: number) {
  const steps = new Uint8Array(hashes).fill(width - block + 1);
  const endings = new Map<number, Uint8Array[]>();
  for (const probe of probes) {
    for (let last = block - 1; last < width; last++) {
      const hash = hashAt(probe, last);
      steps[hash] = Math.min(steps[hash]!, width - 1 - last);
    }
    const hash = hashAt(probe, width - 1);
    endings.set(hash, [...(endings.get(hash) ?? []), probe]);
  }
  return { steps, endings };
}

function stands(probe: Uint8Array, bytes: Uint8Array, from: number): boolean {
  return probe.every((byte, at) => bytes[from + at] === byte);
}
