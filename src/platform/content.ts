import type { VerifiedContent } from '../resolvers/call';

/** What Confluence says about content and the people on it, always asked as the caller. Any doubt answers `undefined`. */
export interface Content {
  /** The current page or blog post, if the caller may read it. */
  readable(contentId: string): Promise<VerifiedContent | undefined>;
  /** The page or blog post (drafts included), if the caller may edit it. */
  editable(contentId: string): Promise<VerifiedContent | undefined>;
}
