/** The next page of a response, by what the response itself says; `undefined` after the last one. */
export type NextPage = (document: unknown) => string | undefined;
