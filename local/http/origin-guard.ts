import type { MiddlewareHandler } from 'hono';

const safeMethods = new Set(['GET', 'HEAD']);

/** Refuses requests that came in under another name (DNS rebinding) with 421. */
export function onlyHost(...names: string[]): MiddlewareHandler {
  return async (c, next) => {
    if (names.includes(c.req.header('host') ?? '')) return next();
    return c.json({ message: 'This server responds only under its own name.' }, 421);
  };
}

/**
 * Refuses with 403 what another site's page requests of the host: a foreign `Origin`, none on a call that changes
 * something, or a `Sec-Fetch-Site` other than the host's own.
 */
export function onlyOwnPages(origin: string): MiddlewareHandler {
  return async (c, next) => {
    const requested = c.req.header('origin');
    const site = c.req.header('sec-fetch-site') ?? 'same-origin';
    const known = requested === undefined ? safeMethods.has(c.req.method) : requested === origin;
    if (known && ['same-origin', 'none'].includes(site)) return next();
    return c.json({ message: 'Only pages of the local host can make this call.' }, 403);
  };
}

/** Makes browsers take content for what its type says. */
export const noSniffing: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('x-content-type-options', 'nosniff');
};
