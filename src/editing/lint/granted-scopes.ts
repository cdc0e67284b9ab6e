import type { Finding } from '../../shared/contract';
import type { LintInput } from './finding';
import { askedScopes } from './scopes';

/** Scopes that providers carry out without naming them among the granted ones. */
const unnamed = /^(?:openid|profile|email|address|phone|offline_access|refresh_token|offline|\.default)$/;

/** The provider granted less than requested. Nothing is found where it did not say what it granted. */
export function grantedScopes({ authentication, badge, preset }: LintInput): Finding[] {
  const granted = new Set((badge.scopes ?? []).flatMap((scope) => scope.split(/[\s,]+/)).map(plain));
  granted.delete('');
  if (badge.state !== 'authenticated' || granted.size === 0) return [];
  const missing = askedScopes(authentication).filter(
    (scope) => !unnamed.test(plain(scope)) && !granted.has(plain(scope)) && !isWithin(scope, granted, preset),
  );
  if (missing.length === 0) return [];
  const message = `The provider granted less than requested: ${missing.join(', ')} is missing. Allow it there, then authenticate again. Until then, requests that need it are refused.`;
  return [{ code: 'scopes-narrower', severity: 'warning', message }];
}

/** GitHub leaves out what a wider scope holds: `user` holds `read:user` and `user:email`, `admin:org` holds `read:org`. */
function isWithin(scope: string, granted: ReadonlySet<string>, preset: LintInput['preset']): boolean {
  if (preset?.key !== 'github') return false;
  const [first = '', second = ''] = plain(scope).split(':');
  const wider = scope === 'public_repo' ? ['repo'] : [first, second, `write:${second}`, `admin:${second}`];
  return wider.some((each) => granted.has(each));
}

/** Entra names its scopes with and without the resource before them, in any case; some resources end in a slash. */
function plain(scope: string): string {
  const isResource = /^(?:(?:https|api):\/\/[^/]+|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/+[^/]+$/i.test(scope);
  return (isResource ? scope.slice(scope.lastIndexOf('/') + 1) : scope).toLowerCase();
}
