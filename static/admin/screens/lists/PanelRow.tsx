import { useId, useState } from 'react';
import type { PanelSummary } from '../../../../src/shared/contract';
import { countPhrase } from '../../../../src/shared/phrase';
import { adminReader } from '../../fields/admin-reader';
import { PagesShowing } from '../../sections/pages/PagesShowing';
import { DetailsButton, DetailsRow } from './DetailsRow';

interface PanelRowProps {
  panel: PanelSummary;
  open: () => void;
  openSource: () => void;
  duplicate: () => void;
}

const panelColumns = 5;

/** One panel in the list; its name opens the form, the number of its pages names them. */
export function PanelRow({ panel, open, openSource, duplicate }: PanelRowProps) {
  const { id, name, description, dataSourceName, pageCount } = panel;
  const [isOpen, setOpen] = useState(false);
  const detailsId = useId();
  return (
    <>
      <tr>
        <th scope="row">
          <button type="button" className="link" onClick={open}>
            {name}
          </button>
        </th>
        <td className="description list-wide">{description}</td>
        <td className="list-wide">
          <button type="button" className="link" onClick={openSource}>
            {dataSourceName}
          </button>
        </td>
        <td>
          {pageCount === 0 ? (
            'None seen lately'
          ) : (
            <DetailsButton id={detailsId} name={name} isOpen={isOpen} onTurn={() => setOpen(!isOpen)}>
              {pagesText(pageCount)}
            </DetailsButton>
          )}
        </td>
        <td className="list-action">
          <button type="button" className="link" onClick={duplicate}>
            Duplicate<span className="visually-hidden"> {name}</span>
          </button>
        </td>
      </tr>
      {isOpen ? (
        <DetailsRow id={detailsId} columns={panelColumns}>
          <PagesShowing panelIds={[id]}>Pages that have shown it in the last 90 days:</PagesShowing>
        </DetailsRow>
      ) : null}
    </>
  );
}

const pagesText = (count: number) =>
  countPhrase(count, { one: '{count} page', other: '{count} pages' }, {}, { locale: adminReader.locale });
