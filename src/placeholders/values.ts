/** Values of variables by name. */
export type Values = ReadonlyMap<string, string>;
