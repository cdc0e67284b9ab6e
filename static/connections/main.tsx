import '../shared/own-account/own-account.css';
import '../shared/problem-note.css';
import './connections.css';
import { createRoot } from 'react-dom/client';
import { readerFrom } from '../../src/shared/reader';
import { enableTheme, viewContext } from '../shared/platform';
import { ConnectionsPage } from './ConnectionsPage';

async function start(element: HTMLElement): Promise<void> {
  const { locale, timezone } = await viewContext();
  const reader = { ...readerFrom(locale, timezone), now: Date.now() };
  createRoot(element).render(<ConnectionsPage reader={reader} />);
}

enableTheme().catch(() => undefined); // the colors then are the light ones of our stylesheet
const element = document.getElementById('root');
if (element) void start(element);
