import { STATUS_CODES as statusTexts } from 'node:http';
import type { Hono } from 'hono';
import * as v from 'valibot';
import { invokeResolver } from '../../platform/invoke';
import { handleRest } from '../../platform/product/rest';
import type { ProductUser } from '../../platform/product/seed';
import type { PermissionReply, PermissionRequest, ProductReply } from '../../shared/api';
import { readBody } from '../body';
import type { HttpParts } from '../parts';

const invokeSchema = v.object({ viewId: v.string(), functionKey: v.string(), payload: v.optional(v.unknown()) });
const productSchema = v.object({
  viewId: v.string(),
  path: v.pipe(v.string(), v.startsWith('/')),
  method: v.optional(v.string(), 'GET'),
  headers: v.optional(v.array(v.tuple([v.string(), v.string()]))),
  body: v.optional(v.string()),
});
const permissionSchema = v.object({
  viewId: v.string(),
  command: v.picklist(['egressGet', 'egressSet', 'egressDeleteDomain', 'egressDeleteGroup', 'remoteGet', 'remoteSet']),
  payload: v.optional(v.unknown()),
  consented: v.optional(v.boolean()),
});

/** The calls of a frame that its shell hands on: `POST /api/invoke`, `/api/product` and `/api/permissions`. */
export function callRoutes(app: Hono, parts: HttpParts): void {
  const { views, sessions } = parts;
  app.post('/api/invoke', async (c) => {
    const { viewId, functionKey, payload } = await readBody(c, invokeSchema, parts.limits.requestBytes);
    const { module, context, accountId } = views.get(viewId, sessions.user(c));
    const { invocation, ...reply } = await invokeResolver(parts, parts.site, {
      module,
      context,
      accountId,
      functionKey,
      payload,
    });
    c.header('x-invocation-id', invocation);
    return c.json(reply);
  });
  app.post('/api/product', async (c) => {
    const request = await readBody(c, productSchema);
    const user = sessions.user(c);
    views.get(request.viewId, user);
    return c.json(requestProduct(parts, user, { ...request, body: request.body ?? '' }));
  });
  app.post('/api/permissions', async (c) => {
    const request = await readBody(c, permissionSchema);
    const user = sessions.user(c);
    views.get(request.viewId, user);
    return c.json(changePermissions(parts, user, { ...request, payload: request.payload }));
  });
}

function requestProduct(
  { site, manifest, origins, log }: HttpParts,
  user: ProductUser,
  request: { path: string; method: string; body: string },
): ProductReply {
  const requested = { ...request, siteUrl: origins.host };
  const reply = handleRest(site.product, user, manifest.permissions.scopes, requested);
  if (!reply) {
    const message = `The local host does not model ${request.method} ${request.path.split('?')[0]}.`;
    log('error', message);
    return {
      status: 501,
      statusText: 'Not Implemented',
      headers: {},
      body: JSON.stringify({ code: 'HOST_NOT_MODELLED', message }),
    };
  }
  const { status, headers = {}, body = '' } = reply;
  if (status === 501) log('error', body);
  return { status, statusText: statusTexts[status] ?? '', headers, body };
}

/** Statuses as documented for customer-managed egress: only an admin changes it, and only with consent given. */
function changePermissions(
  parts: HttpParts,
  user: ProductUser,
  request: Omit<PermissionRequest, 'viewId'>,
): PermissionReply {
  const { site, manifest, log } = parts;
  const { command, payload, consented } = request;
  if (!manifest.permissions.external.configurable.enabled)
    return refusal(403, 'The manifest does not enable customer-managed egress.');
  if (command === 'egressGet') return site.egress.get(payload);
  if (command === 'remoteGet' || command === 'remoteSet') {
    log('error', `The local host does not model ${command}.`);
    return refusal(501, `The local host does not model ${command}.`);
  }
  if (!site.product.isAdmin(user)) return refusal(403, 'Only an admin may change the approved hosts.');
  if (command === 'egressDeleteDomain') return site.egress.deleteDomain(payload);
  if (command === 'egressDeleteGroup') return site.egress.deleteGroup(payload);
  return consented ? site.egress.set(payload) : refusal(403, 'The admin did not approve the hosts.');
}

function refusal(status: number, message: string): PermissionReply {
  return { status, body: { message } };
}
