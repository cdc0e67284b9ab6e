import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { bringIntoView } from './bring-into-view';

interface ScreenTitleProps {
  children: ReactNode;
  /** Back to where the screen was opened from. */
  back?: { label: string; onClick: () => void };
  /** Takes the focus, so that screen readers tell that another screen is shown, which then begins at its top. */
  takesFocus?: boolean;
  /** For screen readers alone, where the platform shows the same words above the frame. */
  hidden?: boolean;
}

/** The heading of a screen, below the way back. */
export function ScreenTitle({ children, back, takesFocus, hidden }: ScreenTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!takesFocus || !heading.current) return undefined;
    heading.current.focus({ preventScroll: true });
    return bringIntoView(heading.current, 'nearest');
  }, [takesFocus]);
  return (
    <header className={hidden ? 'visually-hidden' : 'screen-title'}>
      {back ? (
        <button type="button" className="link" onClick={back.onClick}>
          <span aria-hidden="true">← </span>
          {back.label}
        </button>
      ) : null}
      <h1 ref={heading} tabIndex={-1}>
        {children}
      </h1>
    </header>
  );
}
