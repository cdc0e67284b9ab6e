import { useRef, useState } from 'react';

/** What a field holds and what it knows of the app's replies. */
export interface Held<Value> {
  now: Value;
  /** The last value the app gave, as JSON. */
  given: string;
  /** Values reported to the app that it has not given back yet, as JSON, oldest first. */
  reported: string[];
}

/** What the field holds after the app gave `value`: the app's value, unless it only repeats what was typed a moment ago. */
export function take<Value>(held: Held<Value>, value: Value): Held<Value> {
  const given = JSON.stringify(value);
  if (given === held.given) return held;
  const echo = held.reported.indexOf(given);
  if (echo >= 0) return { now: held.now, given, reported: held.reported.slice(echo + 1) };
  return { now: value, given, reported: [] };
}

/**
 * The value of a field that the app may control from behind the bridge, and the way to change it here. The app's reply
 * to each change comes a little later; without this, letters typed in between would be lost. `given` is undefined for a
 * field that the app does not control.
 */
export function useHeldValue<Value>(given: Value | undefined, first: Value): [Value, (value: Value) => void] {
  const [, redraw] = useState(0);
  const start = given ?? first;
  const held = useRef<Held<Value>>({ now: start, given: JSON.stringify(start), reported: [] });
  if (given !== undefined) held.current = take(held.current, given);
  const change = (value: Value): void => {
    const reported = given === undefined ? [] : [...held.current.reported, JSON.stringify(value)];
    held.current = { ...held.current, now: value, reported };
    redraw((count) => count + 1);
  };
  return [held.current.now, change];
}
