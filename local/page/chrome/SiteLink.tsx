import type { MouseEvent, ReactElement, ReactNode } from 'react';
import { useHost } from '../host';
import type { Route } from '../route';
import { pathOf } from '../route';

interface SiteLinkProps {
  to: Route;
  children: ReactNode;
  className?: string;
}

/** A link within the site: a real address that changes the place without loading the shell again. */
export function SiteLink({ to, children, className }: SiteLinkProps): ReactElement {
  const { go, route } = useHost();
  const path = pathOf(to);
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(path);
  };
  return (
    <a className={className} href={path} onClick={follow} aria-current={pathOf(route) === path ? 'page' : undefined}>
      {children}
    </a>
  );
}
