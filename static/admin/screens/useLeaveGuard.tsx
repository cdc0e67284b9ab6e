import type { ReactNode } from 'react';
import { useState } from 'react';
import { ConfirmDialog } from '../fields/ConfirmDialog';
import { useLeaveWarning } from './useLeaveWarning';

export interface LeaveGuard {
  /** Leaves at once, or after the person agreed to lose what was typed. */
  guard(leave: () => void): void;
  dialog: ReactNode;
}

/** Asks before unsaved changes are lost: by leaving the form, or by leaving the page. */
export function useLeaveGuard(dirty: boolean): LeaveGuard {
  const [pending, setPending] = useState<() => void>();
  useLeaveWarning(dirty);
  const guard = (leave: () => void): void => (dirty ? setPending(() => leave) : leave());
  const dialog = pending ? (
    <ConfirmDialog
      title="Discard your changes?"
      confirmLabel="Discard"
      cancelLabel="Keep editing"
      danger
      onConfirm={pending}
      onCancel={() => setPending(undefined)}
    >
      Your changes have not been saved.
    </ConfirmDialog>
  ) : null;
  return { guard, dialog };
}
