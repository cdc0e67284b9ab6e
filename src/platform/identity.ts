import * as v from 'valibot';
import { Problem } from '../shared/problem';

/** Who calls, as the platform says, and where the browser says the macro stands. */
export interface Identity {
  accountId: string;
  site: string;
  claimedContentId?: string;
  /** What that is, as the browser says: good for nothing but to look it up the right way first. */
  claimedContentType?: string;
}

const contextSchema = v.object({
  accountId: v.pipe(v.string(), v.regex(/^[a-zA-Z0-9:_-]{1,128}$/)),
  installContext: v.pipe(v.string(), v.minLength(1)),
  accountType: v.optional(v.string()),
});

const placeSchema = v.object({
  extension: v.object({
    content: v.object({
      id: v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.regex(/^\d{1,20}$/)),
      type: v.optional(v.unknown()),
    }),
  }),
});

/** What the platform sends instead of an account id for people without an account. */
export const unidentified = 'unidentified';

/** The type of the accounts that the app is for. */
export const licensed = 'licensed';

/**
 * The caller of a resolver function. Account and site come from the platform itself; the content id is a claim.
 * @throws Problem `forbidden` for anonymous and unlicensed people, and wherever the platform names nobody
 */
export function identify(context: unknown): Identity {
  const known = v.safeParse(contextSchema, context);
  if (!known.success || known.output.accountId === unidentified) throw notAllowed('Log in to see this data.');
  const { accountId, installContext, accountType } = known.output;
  if (accountType !== undefined && accountType !== licensed) {
    throw notAllowed('This data is for people with a Confluence license.', 'A site admin can give you one.');
  }
  const place = v.safeParse(placeSchema, context);
  const { id, type } = place.success ? place.output.extension.content : {};
  return {
    accountId,
    site: installContext,
    claimedContentId: id,
    claimedContentType: typeof type === 'string' ? type : undefined,
  };
}

const notAllowed = (message: string, remedy?: string) => new Problem('forbidden', message, { remedy });
