import '@atlaskit/css-reset';
import './styles/base.css';
import './styles/note.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { enableTheme } from '../shared/platform';
import { App } from './app/App';

function render(): void {
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

enableTheme().then(render, render);
