import { compileSelector, type PathStep } from '../../selectors/selector';
import { parseUrl } from '../../shared/parse-url';
import { withoutEnd } from '../../shared/without-end';

/**
 * The link as its response means it: a path counts from the address that stands beside it as `base`, where that has a path
 * of its own. Any other link comes back as it is.
 * @throws Problem `selector-invalid`
 */
export function fromBaseBeside(link: string, selector: string, document: unknown): string {
  if (!/^\/(?!\/)/.test(link)) return link;
  const base = baseBeside(compileSelector(selector).path, document);
  const { origin, pathname } = (base === undefined ? undefined : parseUrl(base)) ?? {};
  if (origin === undefined || pathname === undefined) return link;
  const folder = withoutEnd(pathname, '/');
  return folder === '' || link === folder || link.startsWith(`${folder}/`) ? link : `${origin}${folder}${link}`;
}

/** The members beside the link, and those around the object that it is in. */
function baseBeside(path: readonly PathStep[], document: unknown): string | undefined {
  const holders = [-1, -2].map((end) => path.slice(0, end).reduce<unknown>(memberAt, document));
  return holders.flatMap(basesOf).find((base) => typeof base === 'string' && /^https?:\/\//i.test(base));
}

function memberAt(value: unknown, step: PathStep): unknown {
  const isMember =
    typeof value === 'object' && value !== null && typeof step !== 'symbol' && Object.hasOwn(value, step);
  return isMember ? (value as Record<string | number, unknown>)[step] : undefined;
}

function basesOf(holder: unknown): string[] {
  if (typeof holder !== 'object' || holder === null) return [];
  const named = Object.entries(holder).filter(([name]) => /^@?base(?:_?u(?:rl|ri))?$/i.test(name));
  return named.flatMap(([, value]) => (typeof value === 'string' ? [value] : []));
}
