import { useState } from 'react';
import type { AdminContext, Preset } from '../../../../src/shared/contract';
import { ScreenTitle } from '../../fields/ScreenTitle';
import { TextInput } from '../../fields/TextInput';
import type { DataSourceValues } from '../../form-model/data-source/data-source-values';
import { providerGroups } from '../../form-model/start/provider-tiles';
import { ProviderTile } from '../../sections/start/ProviderTile';
import { StartWays } from '../../sections/start/StartWays';
import type { StartWay } from '../../sections/start/StartWays';
import type { Navigate } from '../route';
import '../../styles/start.css';

/** How a new data source begins: with a provider that is known, in another way, or as another one. */
export type DataSourceStart = { preset: Preset } | { way: StartWay } | { copy: Partial<DataSourceValues> };

interface StartScreenProps {
  context: AdminContext;
  navigate: Navigate;
  onStart: (start: DataSourceStart) => void;
}

/** Which API is to be connected: providers to choose among, and the ways for all others. */
export function StartScreen({ context, navigate, onStart }: StartScreenProps) {
  const [text, setText] = useState('');
  const groups = providerGroups(context.presets, text);
  const back = { label: 'Data sources', onClick: () => navigate({ screen: 'list', tab: 'data-sources' }) };
  return (
    <>
      <ScreenTitle takesFocus back={back}>
        Add data source
      </ScreenTitle>
      <div className="start">
        <TextInput
          label="Search providers"
          value={text}
          onChange={setText}
          placeholder="Jira, SQL, directory…"
          className="start-search"
        />
        <StartWays onChoose={(way) => onStart({ way })} />
        {groups.map(({ group, title, presets }) => (
          <section key={group} aria-labelledby={`start-${group}`} className="start-group">
            <h2 id={`start-${group}`}>{title}</h2>
            <ul className="tiles">
              {presets.map((preset) => (
                <ProviderTile key={preset.key} preset={preset} onChoose={(chosen) => onStart({ preset: chosen })} />
              ))}
            </ul>
          </section>
        ))}
        <p role="status" className="start-none">
          {groups.length === 0
            ? 'No provider has such a name. Paste a curl command, choose from an OpenAPI document, or start by hand.'
            : ''}
        </p>
      </div>
    </>
  );
}
