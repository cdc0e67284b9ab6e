import type { ReactNode } from 'react';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

/** Shows something in place of what was shown before, and keeps of it what is alike. */
export type Show = (content: ReactNode) => void;

/**
 * A way to draw into an element. The root is rendered once and its content is state: rendered anew, Preact's root counts
 * its ids from the beginning, and fields that come later get those of others.
 */
export function openStage(element: HTMLElement): Show {
  let current: ReactNode = null;
  let set: Show | undefined;
  function Stage() {
    const [content, setContent] = useState(current);
    set = setContent;
    return <>{content}</>;
  }
  return (content) => {
    current = content;
    if (set) set(content);
    else createRoot(element).render(<Stage />);
  };
}
