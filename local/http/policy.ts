import type { CSPDetails } from '@forge/csp';
import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load } from 'cheerio';
import type { Permissions } from '../shared/manifest';
import type { EgressGroups, EgressTypeName } from '../platform/egress/groups';

type ProcessedPermissions = Parameters<CSPProcessingService['getCspDetails']>[1];

const silent = { info: () => undefined };

/**
 * The Content-Security-Policy of an app's document as `@forge/csp` makes it for the manifest's permissions and the hosts
 * that this site has approved. Only `report-uri` is the host's own, so that a violation is seen here.
 */
export function policyFor(
  html: string,
  permissions: Permissions,
  egress: EgressGroups,
  origins: { host: string; reports: string },
): string {
  const details: CSPDetails = new CSPProcessingService(silent, load).getCspDetails(html, granted(permissions, egress));
  const directives = new CSPInjectionService().getInjectableCSP({
    existingCSPDetails: details,
    microsEnv: 'prod',
    hostname: origins.host,
  });
  return [...directives.slice(0, -1), `report-uri ${origins.reports}`].join('; ');
}

function granted({ content, external }: Permissions, egress: EgressGroups): ProcessedPermissions {
  const approved = (type: EgressTypeName) => (external.configurable.enabled ? egress.domains(type) : []);
  const { fetch, images, media, scripts, styles, fonts, frames } = external;
  const granted = {
    content,
    external: {
      fetch: { client: [...fetch.client, ...approved('FETCH_CLIENT_SIDE')] },
      images: [...images, ...approved('IMAGES')],
      media: [...media, ...approved('MEDIA')],
      scripts: [...scripts, ...approved('SCRIPTS')],
      styles: [...styles, ...approved('STYLES')],
      fonts: [...fonts, ...approved('FONTS')],
      frames: [...frames, ...approved('FRAMES')],
    },
  };
  return granted as ProcessedPermissions;
}
