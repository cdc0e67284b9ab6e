/** Characters of one expression. */
export const maxExpressionLength = 1000;
/** Parentheses, calls and signs inside each other. */
export const maxNesting = 50;
/** Characters that one expression may read and write over all rows, so that no expression holds a function for long. */
export const maxCharacters = 50_000_000;
