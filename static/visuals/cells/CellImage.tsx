import { useState } from 'react';
import { linkText } from '../../../src/shared/column-types/link-text';
import { OutLink } from './OutLink';

interface CellImageProps {
  /** An address that `safeLink` has passed. */
  href: string;
  /** What the picture is of. */
  label: string;
  openLink: (url: string) => void;
}

/** A small picture; a link in its place where it does not load, as from a host that is not approved for images. */
export function CellImage({ href, label, openLink }: CellImageProps) {
  const [failed, setFailed] = useState(false);
  if (failed) return <OutLink href={href} text={linkText(href)} openLink={openLink} />;
  return (
    <img
      className="xd-image"
      src={href}
      alt={label}
      title={href}
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
      onError={() => setFailed(true)}
    />
  );
}
