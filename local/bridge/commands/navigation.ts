import type { Commands, Shell } from '../surface';
import { fieldsOf, textField } from './payload';

function pathOfTarget(location: Record<string, unknown>, shell: Shell): string | undefined {
  switch (location.target) {
    case 'contentView':
      return shell.pathOfPage(String(location.contentId), false);
    case 'contentEdit':
      return shell.pathOfPage(String(location.contentId), true);
    case 'spaceView':
      return shell.pathOfSpace(String(location.spaceKey));
    case 'module':
      return shell.pathOfModule(String(location.moduleKey), textField(location, 'spaceKey'));
    default:
      throw new Error(`Navigation to "${String(location.target)}" is not modelled by the local host`);
  }
}

/** The absolute address of a string or of a location that names a target of Confluence. */
function addressOf(payload: unknown, shell: Shell): URL {
  const location = fieldsOf(payload);
  const given = typeof location.url === 'string' ? location.url : pathOfTarget(location, shell);
  if (given === undefined) throw new Error(`Nothing on this site responds to ${JSON.stringify(payload)}.`);
  const address = new URL(given, shell.siteUrl);
  if (address.protocol !== 'http:' && address.protocol !== 'https:') {
    throw new Error(`Links of the scheme "${address.protocol}" are not opened: only http and https are.`);
  }
  return address;
}

/**
 * Opens plainly and cuts the tie afterwards: with `noopener` the browser returns null whether or not it opened, and a
 * blocked window could not be told from an open one.
 */
function openTab(address: URL): void {
  const opened = window.open(address.href, '_blank');
  if (!opened) throw new Error('The browser blocked the new tab. Allow pop-ups for this site, or click again.');
  opened.opener = null;
}

/** `router` of the bridge. */
export const navigationCommands: Commands = {
  navigate: (payload, { shell }) => {
    const address = addressOf(payload, shell);
    if (fieldsOf(payload).type === 'new-tab') openTab(address);
    else if (address.origin === new URL(shell.siteUrl).origin) shell.go(address.pathname + address.search);
    else window.location.assign(address.href);
  },
  getUrl: (payload, { shell }) => addressOf(payload, shell).href,
  reload: (_payload, { shell }) => shell.reload(),
  createHistory: (_payload, { place }) => {
    if (!place.history) throw new Error('Only a page of the app has a history of its own.');
    return place.history();
  },
};
