/** Values of variables by name. */
export type ValuesByName = ReadonlyMap<string, string>;
