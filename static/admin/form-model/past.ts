/** The values of a form before each change, oldest first. */
export interface Past<Values> {
  steps: readonly Values[];
  /** The change after the last of them. */
  last?: Edit;
}

/** A change of a form. */
export interface Edit {
  /** Which values it changes. */
  what: string;
  /** When, in milliseconds. */
  at: number;
  /** Made letter by letter. */
  isTyped: boolean;
}

const mostSteps = 50;
/** A pause that ends what is typed in one go. */
const pauseMs = 2_000;

/** The past with one more step in it, unless the change goes on typing what the change before it began. */
export function withStep<Values>({ steps, last }: Past<Values>, before: Values, edit: Edit): Past<Values> {
  const goesOn = last?.isTyped && edit.isTyped && last.what === edit.what && edit.at - last.at < pauseMs;
  return { steps: goesOn ? steps : [...steps, before].slice(-mostSteps), last: edit };
}

/** The values before the last change, and the past before it; undefined where nothing was changed. */
export function stepBack<Values>({ steps }: Past<Values>): { values: Values; past: Past<Values> } | undefined {
  const values = steps.at(-1);
  return values && { values, past: { steps: steps.slice(0, -1) } };
}
