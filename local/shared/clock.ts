/**
 * The one clock that the host, its workers and the demo share. Its offset lives in shared memory, so a journey that
 * moves the time moves it for every thread at once.
 */
export interface Clock {
  /** Milliseconds since the epoch, offset included. */
  now(): number;
  /** Moves the time forward (or, with a negative number, back) for every thread that shares the buffer. */
  advance(milliseconds: number): void;
  /** What a thread needs to share this clock. */
  readonly buffer: SharedArrayBuffer;
}

const realNow = Date.now.bind(Date);

/** A clock on the given buffer, or on a fresh one that starts at the real time. */
export function createClock(buffer = new SharedArrayBuffer(8)): Clock {
  const offset = new BigInt64Array(buffer);
  return {
    buffer,
    now: () => realNow() + Number(Atomics.load(offset, 0)),
    advance: (milliseconds) => void Atomics.add(offset, 0, BigInt(Math.round(milliseconds))),
  };
}

/**
 * Makes `Date` of the current thread follow the clock, for code that reads the time itself (the app's functions, the
 * authorization server). Timers keep real time.
 */
export function followClock(clock: Clock): void {
  const RealDate = globalThis.Date;
  const followed = new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [clock.now()] : args, newTarget) as object,
    apply: () => new RealDate(clock.now()).toString(),
    get: (target, property, receiver) =>
      property === 'now' ? clock.now : (Reflect.get(target, property, receiver) as unknown),
  });
  globalThis.Date = followed;
}
