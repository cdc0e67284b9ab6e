import type { ReactElement } from 'react';
import { useCallback, useEffect, useState } from 'react';
import type { BylineItem, ModuleInfo } from '../../shared/api';
import { modulesOf } from '../app-routes';
import { useHost } from '../host';
import { messageOf, server } from '../server';

interface BylineProps {
  contentId: string;
  onOpen(module: ModuleInfo, onClosed: () => void): void;
}

/** What apps add below the title; each opens the module, and is asked anew for its words when that is closed. */
export function Byline({ contentId, onOpen }: BylineProps): ReactElement | null {
  const { state, shell } = useHost();
  const modules = modulesOf(state, 'confluence:contentBylineItem');
  const [items, setItems] = useState<BylineItem[]>([]);
  const hasItems = modules.length > 0;
  const ask = useCallback(() => {
    if (!hasItems) return;
    server.byline(contentId).then(setItems, (error: unknown) =>
      shell.showFlag({
        id: 'byline',
        type: 'error',
        title: 'The byline is incomplete',
        description: messageOf(error),
      }),
    );
  }, [contentId, hasItems, shell]);
  useEffect(ask, [ask]);
  if (items.length === 0) return null;
  return (
    <ul className="byline-items">
      {items.map(({ moduleKey, title, tooltip }) => {
        const module = modules.find(({ key }) => key === moduleKey);
        return (
          <li key={moduleKey}>
            <button type="button" className="link-button" title={tooltip} onClick={() => module && onOpen(module, ask)}>
              {title}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
