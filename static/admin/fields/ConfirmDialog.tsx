import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';

interface ConfirmDialogProps {
  title: string;
  confirmLabel: string;
  danger?: boolean;
  isBusy?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
  children: ReactNode;
}

/**
 * The frame is as tall as its content, so the middle of the frame may be out of sight: the dialog opens near the
 * control that had the focus.
 */
function placeNear(dialog: HTMLDialogElement, anchor: Element | null): void {
  const wanted = (anchor?.getBoundingClientRect().top ?? 0) - dialog.offsetHeight - 16;
  const lowest = Math.max(16, innerHeight - dialog.offsetHeight - 16);
  dialog.style.top = `${Math.min(Math.max(wanted, 16), lowest)}px`;
}

/** A question that must be answered before anything else; the focus returns to where it was. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, confirmLabel, danger, isBusy, onConfirm, onCancel, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const opener = document.activeElement;
    const shown = dialog.current;
    shown?.showModal();
    if (shown) placeNear(shown, opener);
    return () => {
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
          Cancel
        </Button>
        <Button appearance={danger ? 'danger' : 'primary'} onClick={onConfirm} isLoading={isBusy}>
          {confirmLabel}
        </Button>
      </div>
    </dialog>
  );
}
