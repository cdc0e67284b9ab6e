import type { MouseEvent } from 'react';
import { linkText } from './link-text';

interface OutLinkProps {
  /** An address that `safeLink` has passed. */
  href: string;
  text: string;
  openLink: (url: string) => void;
}

/** A link out of the page, shown without the parts that say nothing. */
export function OutLink({ href, text, openLink }: OutLinkProps) {
  const open = (event: MouseEvent): void => {
    event.preventDefault(); // a sandboxed frame opens no tab by itself
    openLink(href);
  };
  return (
    <a className="xd-clamp" href={href} target="_blank" rel="noopener noreferrer" title={href} onClick={open}>
      {linkText(text)}
    </a>
  );
}
