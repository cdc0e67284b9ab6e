import { countPhrase } from '../../../../src/shared/phrase';
import { callAdmin } from '../../../shared/call';
import { useCall } from '../../../shared/useCall';
import { adminReader } from '../../fields/admin-reader';

interface PagesShowingProps {
  panelIds: string[];
  /** What becomes of the pages, said before them. */
  children: string;
}

/** The pages that have shown the panels lately, as far as this admin may read them, and how many others there are. */
export function PagesShowing({ panelIds, children }: PagesShowingProps) {
  const { call } = useCall(panelIds.join(), () => callAdmin('panelPages', { panelIds }));
  if (call.state === 'loading') return <p>Looking for pages that show it …</p>;
  if (call.state === 'problem') return null;
  const { titles, others } = call.value;
  if (titles.length === 0 && others === 0) return <p>No page is known to have shown it in the last 90 days.</p>;
  return (
    <>
      <p>{children}</p>
      <ul>
        {titles.map((title, at) => (
          <li key={at}>{title}</li>
        ))}
        {others > 0 ? <li>{otherPages(others, titles.length > 0)}</li> : null}
      </ul>
    </>
  );
}

function otherPages(count: number, areMore: boolean): string {
  const forms = areMore
    ? { one: 'and {count} other page', other: 'and {count} other pages' }
    : { one: '{count} page', other: '{count} pages' };
  return countPhrase(count, forms, {}, { locale: adminReader.locale });
}
