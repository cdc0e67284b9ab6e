import type { ReactElement } from 'react';
import { useState } from 'react';
import type { ModuleInfo } from '../../shared/api';
import { modulesOf } from '../app-routes';
import { ModuleView } from '../frame/ModuleView';
import { useHost } from '../host';

/** The sections that apps add beside the home page; each is drawn once it is opened. */
export function HomepageFeed(): ReactElement | null {
  const { state } = useHost();
  const modules = modulesOf(state, 'confluence:homepageFeed');
  if (modules.length === 0) return null;
  return (
    <aside className="homepage-feed" aria-label="Apps on the home page">
      {modules.map((module) => (
        <FeedSection key={module.key} module={module} />
      ))}
    </aside>
  );
}

function FeedSection({ module }: { module: ModuleInfo }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{module.title}</summary>
      {isOpen && <ModuleView request={{ moduleKey: module.key, surface: 'main' }} />}
    </details>
  );
}
