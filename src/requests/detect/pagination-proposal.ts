import type { Pagination } from '../../shared/contract';

/** The first answer of a test, with what was asked. */
export interface SeenAnswer {
  url: URL;
  /** Of a POST, as text. */
  body?: string;
  document: unknown;
  linkHeader: string | null;
}

export interface PaginationProposal {
  pagination: Pagination;
  /** A plain sentence that says what in the answer speaks for it. */
  reason: string;
}
