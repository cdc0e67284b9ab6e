import { useEffect, useRef, useState } from 'react';
import type { OpenViewReply, OpenViewRequest } from '../../shared/api';
import { useHost } from '../host';
import { messageOf, server } from '../server';

/** What to show, without the facts about the browser that the shell adds itself. */
export type ViewRequest = Omit<OpenViewRequest, 'theme' | 'locale' | 'timezone'>;

export type OpenedView = { at: 'opening' } | { at: 'open'; view: OpenViewReply } | { at: 'refused'; message: string };

/** A view that the host has opened for this request; a request that differs in value opens another. */
export function useView(request: ViewRequest): OpenedView {
  const { colorMode } = useHost();
  const [opened, setOpened] = useState<OpenedView>({ at: 'opening' });
  const theme = useRef(colorMode);
  theme.current = colorMode;
  const wanted = JSON.stringify(request);
  useEffect(() => {
    let isWanted = true;
    setOpened({ at: 'opening' });
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    server
      .openView({
        ...(JSON.parse(wanted) as ViewRequest),
        theme: theme.current,
        locale: navigator.language,
        timezone: timeZone,
      })
      .then(
        (view) => isWanted && setOpened({ at: 'open', view }),
        (error: unknown) => isWanted && setOpened({ at: 'refused', message: messageOf(error) }),
      );
    return () => {
      isWanted = false;
    };
  }, [wanted]);
  return opened;
}
