import type { Context } from 'hono';

/** The first language that the browser asks for. */
export function localeOf(c: Context): string {
  return c.req.header('accept-language')?.split(/[,;]/)[0] ?? 'en-US';
}
