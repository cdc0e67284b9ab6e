import * as v from 'valibot';

const contextSchema = v.object({ installContext: v.string() });

/** The installation that a function without a caller runs for; empty where the platform does not say. */
export function siteOf(context: unknown): string {
  const known = v.safeParse(contextSchema, context);
  return known.success ? known.output.installContext : '';
}
