import type { ReactNode, RefObject } from 'react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useRoom } from '../use-room';

interface PopupProps {
  /** The button it hangs from; it gets the focus back. */
  anchor: HTMLElement;
  label: string;
  /** True while it is at work and a click beside it must not end that. */
  keepsOpen?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** Puts the box below its button, within the width of what it is positioned in. */
function place(box: HTMLElement, anchor: HTMLElement): void {
  const around = (box.offsetParent ?? document.body).getBoundingClientRect();
  const button = anchor.getBoundingClientRect();
  const left = Math.max(0, Math.min(button.left - around.left, around.width - box.offsetWidth));
  box.style.left = `${left}px`;
  box.style.top = `${button.bottom - around.top + 4}px`;
}

/** The box takes the focus when the control that had it goes away. */
function useKeptFocus(box: RefObject<HTMLElement>): void {
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new MutationObserver(() => {
      if (document.activeElement === document.body) element.focus({ preventScroll: true });
    });
    observer.observe(element, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [box]);
}

/** A box of controls below a button. It takes the focus and closes with Escape, a click beside it, or when the focus leaves. */
export function Popup({ anchor, label, keepsOpen = false, onClose, children }: PopupProps) {
  const box = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useLayoutEffect(() => {
    if (box.current) place(box.current, anchor);
    box.current?.focus({ preventScroll: true });
  }, [anchor]);
  useRoom(box);
  useKeptFocus(box);
  useEffect(() => {
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      anchor.focus();
      close.current();
    };
    document.addEventListener('keydown', escape);
    return () => document.removeEventListener('keydown', escape);
  }, [anchor]);
  useEffect(() => {
    if (keepsOpen) return undefined;
    const outside = ({ target }: Event): void => {
      const isInside = target instanceof Node && (box.current?.contains(target) || anchor.contains(target));
      if (!isInside) close.current();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [anchor, keepsOpen]);
  return (
    <div ref={box} className="xd-popup" role="dialog" aria-label={label} tabIndex={-1}>
      {children}
    </div>
  );
}
