/** A repeatable stream of numbers in [0, 1) for a seed: Marsaglia's xorshift on 32 bits, warmed up. */
export function randomStream(seed: number): () => number {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995) | 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
  for (let round = 0; round < 4; round += 1) next();
  return next;
}

/** One of the values, which must not be empty. */
export function pick<Value>(random: () => number, values: readonly Value[]): Value {
  return values[Math.floor(random() * values.length)] as Value;
}
