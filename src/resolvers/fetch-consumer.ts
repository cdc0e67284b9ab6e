import * as v from 'valibot';
import { runSlowFetch } from '../panel/load/flight/run-slow-fetch';
import { Problem } from '../shared/problem';
import { openServices } from './open-services';
import type { Services } from './services';
import { idSchema } from '../schema/fields';

const eventSchema = v.object({
  body: v.object({
    panelId: idSchema,
    flightId: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    ticket: idSchema,
    values: v.optional(v.record(v.string(), v.string())),
    accountId: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(128))),
  }),
});

const contextSchema = v.object({ installContext: v.pipe(v.string(), v.minLength(1)) });

type OpenForSite = (site: string) => Services;

const openForSite: OpenForSite = (site) => openServices({ site, accountId: '' });

/** The consumer of the queue for slow sources. It has no user and 15 minutes. */
export const fetchConsumer = (event: unknown, context: unknown): Promise<void> =>
  consumeSlowFetch(event, context, openForSite);

/**
 * Does what the event says. What cannot be done any more is dropped: readers who still want the rows hand it over again.
 * An unknown error goes to the platform, which delivers the event once more.
 */
export async function consumeSlowFetch(event: unknown, context: unknown, open: OpenForSite): Promise<void> {
  const parsed = v.safeParse(eventSchema, event);
  const known = v.safeParse(contextSchema, context);
  if (!parsed.success || !known.success) return;
  const services = open(known.output.installContext);
  const { panelId } = parsed.output.body;
  try {
    services.log('slow-fetch-ended', { panelId, as: await runSlowFetch(parsed.output.body, services) });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    services.log('slow-fetch-dropped', { panelId, code: error.code });
  }
}
