import type { ReactElement } from 'react';
import { useHost } from '../host';
import { SiteLink } from './SiteLink';
import type { ColorMode } from '../useColorMode';
import { UserSwitcher } from './UserSwitcher';

/** The bar across the top: the site, what is unusual about this host, who is signed in, and the theme switch. */
export function TopBar({ onColorMode }: { onColorMode: (mode: ColorMode) => void }): ReactElement {
  const { state, colorMode } = useHost();
  return (
    <header className="top-bar">
      <a className="skip-link" href="#main">
        Skip to content
      </a>
      <SiteLink className="top-bar-site" to={{ at: 'home' }}>
        <span className="top-bar-mark" aria-hidden="true" />
        {state.site.name}
      </SiteLink>
      <div className="top-bar-facts">
        <span className="mark">{`Local host · ${state.app.environment}`}</span>
        {state.loopbackAllowed && <span className="mark mark-warning">Loopback hosts allowed</span>}
      </div>
      <div className="top-bar-controls">
        <label className="switch">
          <input
            type="checkbox"
            role="switch"
            checked={colorMode === 'dark'}
            onChange={(event) => onColorMode(event.target.checked ? 'dark' : 'light')}
          />
          <span>Dark theme</span>
        </label>
        <UserSwitcher />
      </div>
    </header>
  );
}
