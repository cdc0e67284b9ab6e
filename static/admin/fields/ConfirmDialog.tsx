import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';

interface ConfirmDialogProps {
  title: string;
  confirmLabel: string;
  cancelLabel?: string;
  danger?: boolean;
  isBusy?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
  children: ReactNode;
}

const MARGIN = 16;

/** As near to that height of the frame as the dialog can stand whole. */
function place(dialog: HTMLDialogElement, middle: number): void {
  const lowest = innerHeight - dialog.offsetHeight - MARGIN;
  dialog.style.top = `${Math.max(Math.min(middle - dialog.offsetHeight / 2, lowest), MARGIN)}px`;
  dialog.scrollIntoView({ block: 'nearest' });
}

/**
 * The frame is as tall as its content, so the middle of the frame may be out of sight: the dialog opens near the
 * control that had the focus. It stands there before it is shown, because showing it scrolls to it; and stays whole when what
 * it says grows. Returns what ends that.
 */
function showNear(dialog: HTMLDialogElement, anchor: Element | null): () => void {
  const top = anchor?.getBoundingClientRect().top ?? 0;
  dialog.style.top = `${Math.max(top, MARGIN)}px`;
  dialog.showModal();
  place(dialog, top);
  const growth = new ResizeObserver(() => place(dialog, top));
  growth.observe(dialog);
  return () => growth.disconnect();
}

/** A question that must be answered before anything else; the focus returns to where it was. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, confirmLabel, cancelLabel = 'Cancel', danger, isBusy, onConfirm, onCancel, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const opener = document.activeElement;
    const shown = dialog.current;
    const unwatch = shown && showNear(shown, opener);
    return () => {
      unwatch?.();
      shown?.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  const cancel = (): void => {
    if (!isBusy) onCancel();
  };
  return (
    <dialog
      ref={dialog}
      className="confirm"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        cancel();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      <div className="confirm-body">{children}</div>
      <div className="confirm-actions">
        <Button appearance="subtle" onClick={cancel} isDisabled={isBusy}>
          {cancelLabel}
        </Button>
        <Button appearance={danger ? 'danger' : 'primary'} onClick={onConfirm} isLoading={isBusy}>
          {confirmLabel}
        </Button>
      </div>
    </dialog>
  );
}
