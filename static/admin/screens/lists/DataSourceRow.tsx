import Lozenge from '@atlaskit/lozenge';
import { useId, useState } from 'react';
import type { DataSourceSummary, PanelSummary } from '../../../../src/shared/contract';
import { authenticationLabel } from '../../form-model/data-source/authentication-values';
import { HealthLines } from '../../sections/health/HealthLines';
import { refreshTokenWords } from '../../sections/health/health-words';
import { sourceState } from '../../sections/health/source-state';
import { PagesShowing } from '../../sections/pages/PagesShowing';
import { DetailsButton, DetailsRow } from './DetailsRow';

interface DataSourceRowProps {
  source: DataSourceSummary;
  /** Those that stand on it, as far as they are known. */
  panels: PanelSummary[];
  open: () => void;
  openPanel: (id: string) => void;
  duplicate: () => void;
}

/** How many columns the list has. */
export const dataSourceColumns = 5;

/** One data source in the list; its name opens the form, its state the details. */
export function DataSourceRow({ source, panels, open, openPanel, duplicate }: DataSourceRowProps) {
  const { name, host, authenticationType, whoSignsIn, panelCount } = source;
  const [isOpen, setOpen] = useState(false);
  const detailsId = useId();
  const { label, appearance, rank } = sourceState(source, Date.now());
  return (
    <>
      <tr>
        <th scope="row">
          <button type="button" className="link" onClick={open}>
            {name}
          </button>
          <p className="list-note">{host}</p>
        </th>
        <td className="list-wide">
          {authenticationLabel(authenticationType)}
          {whoSignsIn && whoSignsIn !== 'one-account' ? <p className="list-note">Each reader signs in</p> : null}
        </td>
        <td>
          <DetailsButton id={detailsId} name={name} isOpen={isOpen} onTurn={() => setOpen(!isOpen)}>
            <Lozenge appearance={appearance} isBold={rank < 2} maxWidth="none">
              {label}
            </Lozenge>
          </DetailsButton>
        </td>
        <td className="number list-wide">{panelCount}</td>
        <td className="list-action">
          <button type="button" className="link" onClick={duplicate}>
            Duplicate<span className="visually-hidden"> {name}</span>
          </button>
        </td>
      </tr>
      {isOpen ? (
        <DetailsRow id={detailsId} columns={dataSourceColumns}>
          <SourceDetails source={source} panels={panels} openPanel={openPanel} />
        </DetailsRow>
      ) : null}
    </>
  );
}

function SourceDetails({ source, panels, openPanel }: Pick<DataSourceRowProps, 'source' | 'panels' | 'openPanel'>) {
  const { badge, health } = source;
  const refreshToken = refreshTokenWords(badge);
  return (
    <>
      {badge.reason ? <p>{badge.reason}</p> : null}
      <HealthLines health={health} />
      {refreshToken ? <p className="list-note">{refreshToken}</p> : null}
      {panels.length > 0 ? (
        <>
          <p>Panels:</p>
          <ul>
            {panels.map(({ id, name }) => (
              <li key={id}>
                <button type="button" className="link" onClick={() => openPanel(id)}>
                  {name}
                </button>
              </li>
            ))}
          </ul>
          <PagesShowing panelIds={panels.map(({ id }) => id)}>
            Pages that have shown them in the last 90 days:
          </PagesShowing>
        </>
      ) : null}
    </>
  );
}
