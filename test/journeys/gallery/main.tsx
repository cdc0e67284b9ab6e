import { createRoot } from 'react-dom/client';
import type { View } from '../../../src/shared/contract';
import { ViewBox } from '../../../static/visuals/ViewBox';
import '../../../static/macro/macro.css';
import '../../../static/visuals/visuals.css';
import './gallery.css';

/** A view to be drawn, with the name of its case and what it shows. */
export interface Exhibit {
  name: string;
  says: string;
  title: string;
  view: View;
}

const reader = { locale: 'en-GB', timeZone: 'Europe/Berlin' };

function Gallery({ exhibits }: { exhibits: Exhibit[] }) {
  return (
    <main>
      <h1>Gallery</h1>
      {exhibits.map(({ name, says, title, view }) => (
        <article key={name} data-name={name} aria-label={says}>
          <ViewBox title={title} view={view} reader={reader} openLink={() => undefined} />
        </article>
      ))}
    </main>
  );
}

async function show(root: HTMLElement): Promise<void> {
  const answer = await fetch('exhibits.json');
  createRoot(root).render(<Gallery exhibits={(await answer.json()) as Exhibit[]} />);
}

const root = document.getElementById('root');
if (root) void show(root);
