import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** What a route of the host's API throws to respond with a status and `{message}`. */
export class HttpProblem extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    message: string,
  ) {
    super(message);
  }
}
