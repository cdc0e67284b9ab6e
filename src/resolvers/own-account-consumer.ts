import * as v from 'valibot';
import { idSchema } from '../schema/fields';
import { idleEvents } from '../shared/limits';
import { doOwnWork } from '../upkeep/readers/upkeep-of-readers';
import { openServices } from './open-services';
import type { Services } from './services';

const workSchema = v.variant('what', [
  v.object({
    what: v.literal('empty'),
    dataSourceId: idSchema,
    idle: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(idleEvents)),
  }),
  v.object({ what: v.literal('due') }),
]);
const eventSchema = v.object({ body: workSchema });
const contextSchema = v.object({ installContext: v.pipe(v.string(), v.minLength(1)) });

/** The consumer of the queue for readers' accounts. It has no user and 15 minutes, and runs once at a time. */
export const ownAccountConsumer = (event: unknown, context: unknown): Promise<void> =>
  consumeOwnWork(event, context, (site) => openServices({ site, accountId: '' }));

/** Does what the event says; one that says nothing known is dropped. What fails goes to the platform, which delivers it again. */
export async function consumeOwnWork(
  event: unknown,
  context: unknown,
  open: (site: string) => Services,
): Promise<void> {
  const parsed = v.safeParse(eventSchema, event);
  const known = v.safeParse(contextSchema, context);
  if (!parsed.success || !known.success) return;
  await doOwnWork(parsed.output.body, open(known.output.installContext));
}
