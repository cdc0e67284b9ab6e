/** Inputs whose outputs are kept; more come only where hardly any comes again. */
const kept = 10_000;

/** The function, called once for an input that comes again, as long as there are not too many. */
export function once<Input>(outputOf: (input: Input) => boolean): (input: Input) => boolean {
  const known = new Map<Input, boolean>();
  return (input) => {
    let output = known.get(input);
    if (output !== undefined) return output;
    output = outputOf(input);
    if (known.size < kept) known.set(input, output);
    return output;
  };
}
