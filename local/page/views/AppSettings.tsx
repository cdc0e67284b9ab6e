import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { Notes } from '../chrome/Notes';
import { ModuleView } from '../frame/ModuleView';
import { useHost } from '../host';
import { Refusal } from './Refusal';

/** The settings that an app adds to the site, for admins. */
export function AppSettings({ moduleKey }: { moduleKey: string }): ReactElement {
  const { state } = useHost();
  const request = useMemo(() => ({ moduleKey, surface: 'main' as const }), [moduleKey]);
  const module = state.modules.find((one) => one.key === moduleKey && one.type === 'confluence:globalSettings');
  if (!module) return <Refusal title="No such app" text={`No app on this site has settings named ${moduleKey}.`} />;
  if (state.user.role !== 'admin') {
    return (
      <Refusal
        title="Only Confluence admins can open app settings"
        text={`The settings of ${module.title} are for Confluence admins. Ask one of them to make the change.`}
      />
    );
  }
  return (
    <div className="settings">
      <div className="settings-frame">
        <h1 className="breadcrumb">Confluence administration / Apps / {module.title}</h1>
        <ModuleView request={request} minHeight="calc(100vh - 150px)" />
      </div>
      <Notes notes={state.notes} />
    </div>
  );
}
