/** The place that a dragged entry takes at this height, where the middles of all entries stand at those heights. */
export function dropPlace(middles: readonly number[], from: number, y: number): number {
  return middles.filter((middle, place) => place !== from && middle < y).length;
}

/** The place to which a key moves the entry at `place` among so many; undefined for keys that move nothing. */
export function keyPlace(key: string, place: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowUp':
      return Math.max(0, place - 1);
    case 'ArrowDown':
      return Math.min(count - 1, place + 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
