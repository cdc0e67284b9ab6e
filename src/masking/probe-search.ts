/**
 * A search that says whether bytes hold one of the probes. It looks at every n-th byte or so, where n is the length of the
 * shortest probe, however many there are: pairs of bytes say how far the next place is where a probe could end (Wu and
 * Manber, "A fast algorithm for multi-pattern searching").
 */
export function probeSearch(probes: readonly Uint8Array[]): (bytes: Uint8Array) => boolean {
  if (probes.length === 0) return () => false;
  const width = Math.min(...probes.map(({ length }) => length));
  const { steps, endings } = tablesOf(probes, width);
  return (bytes) => {
    for (let end = width - 1; end < bytes.length;) {
      const pair = (bytes[end - 1]! << 8) | bytes[end]!;
      const step = steps[pair]!;
      if (step === 0 && endings.get(pair)?.some((probe) => stands(probe, bytes, end - width + 1))) return true;
      end += Math.max(step, 1);
    }
    return false;
  };
}

/** By pairs of bytes: how far on a probe can end, and which probes have the pair where the first `width` bytes end. */
function tablesOf(probes: readonly Uint8Array[], width: number) {
  const steps = new Uint8Array(0x1_0000).fill(width - 1);
  const endings = new Map<number, Uint8Array[]>();
  for (const probe of probes) {
    for (let at = 1; at < width; at++) {
      const pair = (probe[at - 1]! << 8) | probe[at]!;
      steps[pair] = Math.min(steps[pair]!, width - 1 - at);
    }
    const last = (probe[width - 2]! << 8) | probe[width - 1]!;
    endings.set(last, [...(endings.get(last) ?? []), probe]);
  }
  return { steps, endings };
}

function stands(probe: Uint8Array, bytes: Uint8Array, from: number): boolean {
  return probe.every((byte, at) => bytes[from + at] === byte);
}
