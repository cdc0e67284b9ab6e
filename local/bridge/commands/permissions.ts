import type { PermissionRequest } from '../../shared/api';
import type { Commands, ConsentRequest, Surface } from '../surface';
import { fieldsOf, textField } from './payload';

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What `egress.set` asks for, as the dialog lists it. */
export function readConsentRequest(payload: unknown): ConsentRequest {
  return {
    groups: listOf(fieldsOf(payload).egresses).map((group) => ({
      description: textField(group, 'description') ?? '',
      domains: listOf(fieldsOf(group).configured).map((entry) => ({
        domain: String(fieldsOf(entry).domain),
        types: listOf(fieldsOf(entry).type).map(String),
      })),
    })),
  };
}

async function send(surface: Surface, request: Omit<PermissionRequest, 'viewId'>): Promise<unknown> {
  const { status, body } = await surface.api.permission(request);
  if (status < 400) return body;
  const message = fieldsOf(body).message;
  throw new Error(typeof message === 'string' ? message : `The permission call was refused with status ${status}.`);
}

function domainsOf(request: ConsentRequest): string[] {
  return request.groups.flatMap((group) => group.domains.map((entry) => entry.domain));
}

async function setEgress(payload: unknown, surface: Surface): Promise<unknown> {
  if (!surface.shell.mayConsent) return send(surface, { command: 'egressSet', payload, consented: false });
  const request = readConsentRequest(payload);
  const { results } = fieldsOf(await send(surface, { command: 'egressGet', payload: {} }));
  const approved = domainsOf(readConsentRequest({ egresses: results }));
  const isNew = domainsOf(request).some((domain) => !approved.includes(domain));
  if (isNew && !(await surface.shell.requestConsent(request))) {
    throw new Error('The admin did not allow the app to reach these hosts.');
  }
  return send(surface, { command: 'egressSet', payload, consented: true });
}

/**
 * Customer-managed egress: an admin agrees in a dialog of the shell, which the app can neither draw nor close. A
 * domain that the site has approved before is not requested again (Forge documentation, customer-managed egress).
 */
export const permissionCommands: Commands = {
  __permission__egressGet: (payload, surface) => send(surface, { command: 'egressGet', payload }),
  __permission__egressSet: setEgress,
  __permission__egressDeleteDomain: (payload, surface) => send(surface, { command: 'egressDeleteDomain', payload }),
  __permission__egressDeleteGroup: (payload, surface) => send(surface, { command: 'egressDeleteGroup', payload }),
};
