/** The first answer of a test, with what was asked. */
export interface SeenAnswer {
  url: URL;
  /** Of a POST, as text. */
  body?: string;
  document: unknown;
  linkHeader: string | null;
}
