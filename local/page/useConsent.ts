import { useCallback, useState } from 'react';
import type { ConsentRequest } from '../bridge/surface';

/** A question to the admin that is on show, and how to reply to it. */
export interface OpenConsent {
  request: ConsentRequest;
  reply(allowed: boolean): void;
}

/** The question on show, or null, and a function that opens one and resolves to the reply of the admin. A second question refuses the first. */
export function useConsent(): [OpenConsent | null, (request: ConsentRequest) => Promise<boolean>] {
  const [open, setOpen] = useState<OpenConsent | null>(null);
  const openDialog = useCallback(
    (request: ConsentRequest) =>
      new Promise<boolean>((resolve) => {
        const reply = (allowed: boolean): void => {
          setOpen(null);
          resolve(allowed);
        };
        setOpen((before) => {
          before?.reply(false);
          return { request, reply };
        });
      }),
    [],
  );
  return [open, openDialog];
}
