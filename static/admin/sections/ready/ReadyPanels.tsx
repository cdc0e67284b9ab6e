import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { Preset, ReadyPanel } from '../../../../src/shared/contract';
import { callAdmin } from '../../../shared/call';
import { ProblemNote } from '../../../shared/ProblemNote';
import { useAction } from '../../fields/useAction';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { missingScopes, readySettings } from '../../form-model/start/ready-settings';
import type { DataSourceActions } from '../actions/useDataSourceActions';
import { ReadyPanelCard } from './ReadyPanelCard';

interface ReadyPanelsProps {
  preset: Preset;
  state: DataSourceFormState;
  actions: DataSourceActions;
  onOpen: (panelId: string) => void;
}

/** The panels that most people want of the provider, each a click away. */
export function ReadyPanels({ preset, state, actions, onOpen }: ReadyPanelsProps) {
  const [saved, setSaved] = useState<Record<string, string>>({});
  const { busy, problem, run } = useAction<string>();
  const { panels = [] } = preset;
  const add = async (panel: ReadyPanel): Promise<void> => {
    const source = await actions.ensureSaved();
    if (!source) return;
    const { id } = await callAdmin('savePanel', { settings: readySettings(panel, source.id) });
    setSaved((now) => ({ ...now, [panel.key]: id }));
  };
  return (
    <section className="result" aria-labelledby="ready-title">
      <h2 id="ready-title">Ready panels</h2>
      {problem ? <ProblemNote problem={problem} viewer="admin" /> : null}
      <ul className="ready-panels">
        {panels.map((panel) =>
          missingScopes(panel, state.values.scopes).length > 0 ? (
            <PanelWithoutScope key={panel.key} panel={panel} state={state} />
          ) : (
            <ReadyPanelCard
              key={panel.key}
              panel={panel}
              form={state.form}
              savedId={saved[panel.key]}
              isBusy={busy === panel.key}
              onAdd={() => void run(panel.key, () => add(panel))}
              onOpen={onOpen}
            />
          ),
        )}
      </ul>
    </section>
  );
}

/** A panel whose rows the sign-in may not read, and what it takes. */
function PanelWithoutScope({ panel, state }: { panel: ReadyPanel; state: DataSourceFormState }) {
  const missing = missingScopes(panel, state.values.scopes).join(' ');
  const add = (): void => state.change({ scopes: `${state.values.scopes.trim()} ${missing}` }, 'authentication.scopes');
  return (
    <li className="ready-panel" aria-label={panel.name}>
      <h3>{panel.name}</h3>
      <p className="field-help">{panel.description}</p>
      <p>
        Needs the scope <code>{missing}</code>, which must be allowed at the provider. Add it, then authenticate again.
      </p>
      <div>
        <Button spacing="compact" onClick={add}>{`Add ${missing}`}</Button>
      </div>
    </li>
  );
}
