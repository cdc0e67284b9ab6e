import type { MouseEvent } from 'react';

interface OutLinkProps {
  /** An address that `safeLink` has passed. */
  href: string;
  text: string;
  openLink: (url: string) => void;
}

/** A link out of the page. */
export function OutLink({ href, text, openLink }: OutLinkProps) {
  const open = (event: MouseEvent): void => {
    event.preventDefault(); // a sandboxed frame opens no tab by itself
    openLink(href);
  };
  return (
    <a className="xd-clamp" href={href} target="_blank" rel="noopener noreferrer" title={href} onClick={open}>
      {text}
    </a>
  );
}
