/** Whether the moment is less than so many milliseconds ago. One in the future is not: the clock went back since. */
export const isRecent = (at: number, milliseconds: number, now: number): boolean =>
  now >= at && now - at < milliseconds;
