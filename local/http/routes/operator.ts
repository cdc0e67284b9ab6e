import type { Context, Hono } from 'hono';
import * as v from 'valibot';
import type { FunctionResult } from '../../platform/functions';
import { runAlone, runUninstall } from '../../platform/run-alone';
import type { RunReply } from '../../shared/api';
import { readBody } from '../body';
import type { HttpParts } from '../parts';
import { HttpProblem } from '../problem';

/** `POST /api/operator/scheduled` and `/api/operator/uninstall`: what a platform does by itself, done by an admin's click. */
export function operatorRoutes(app: Hono, parts: HttpParts): void {
  const { site, manifest } = parts;
  app.post('/api/operator/scheduled', async (c) => {
    onlyAdmins(parts, c);
    const { moduleKey } = await readBody(c, v.object({ moduleKey: v.string() }));
    const known = manifest.modules.some(({ type, key }) => type === 'scheduledTrigger' && key === moduleKey);
    if (!known) throw new HttpProblem(404, `The app has no scheduled trigger "${moduleKey}".`);
    return c.json(replyOf([await runAlone(parts, site, moduleKey)]));
  });
  app.post('/api/operator/uninstall', async (c) => {
    onlyAdmins(parts, c);
    return c.json(replyOf(await runUninstall(parts, site)));
  });
}

/** @throws HttpProblem 403 for anybody else. */
function onlyAdmins({ site, sessions }: HttpParts, c: Context): void {
  if (!site.product.isAdmin(sessions.user(c))) throw new HttpProblem(403, 'Only an admin may do this.');
}

function replyOf(results: FunctionResult[]): RunReply {
  const failed = results.find((result) => !result.ok);
  return failed ? { ok: false, message: failed.message } : { ok: true };
}
