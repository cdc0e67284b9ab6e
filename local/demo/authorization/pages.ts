import type { DemoAccount } from '../settings';
import { scopes } from './clients';

const style = `
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #eef1f5; color: #1b1f24;
    font: 16px/1.5 system-ui, 'Segoe UI', sans-serif; }
  main { box-sizing: border-box; width: min(27rem, calc(100vw - 2rem)); padding: 2.5rem; background: #fff;
    border-radius: 4px; box-shadow: 0 2px 10px rgb(0 0 0 / 18%); }
  h1 { margin: .25rem 0 1rem; font-size: 1.5rem; font-weight: 600; }
  .tenant { margin: 0; color: #505a66; } ul { padding-left: 1.25rem; } form { margin: 0; }
  button { font: inherit; cursor: pointer; border-radius: 2px; }
  button:focus-visible, a:focus-visible { outline: 3px solid #0b5cad; outline-offset: 2px; }
  .account { display: block; width: 100%; margin: 0 0 .5rem; padding: .75rem 1rem; text-align: left; background: #fff;
    border: 1px solid #c5cdd6; } .account:hover { background: #f3f6f9; } .account small { display: block; color: #505a66; }
  .row { display: flex; gap: .75rem; justify-content: flex-end; margin-top: 1.5rem; }
  .plain, .first { padding: .5rem 1.25rem; border: 1px solid #8a94a0; background: #fff; color: inherit; }
  .first { background: #0b5cad; border-color: #0b5cad; color: #fff; }`;

/** The page that asks who is signing in. */
export function signInPage(action: string, accounts: DemoAccount[]): string {
  const buttons = accounts.map(
    ({ email, displayName, mayConsent }) =>
      `<button class="account" name="account" value="${escape(email)}"><span>${escape(displayName)}</span>` +
      `<small>${escape(email)}</small><small>${mayConsent ? 'May consent' : 'May not consent'}</small></button>`,
  );
  return page(
    'Pick an account',
    `<form method="post" action="${escape(action)}">${buttons.join('')}
      <div class="row"><button class="plain" name="cancel" value="yes">Cancel</button></div></form>`,
  );
}

export interface ConsentQuestion {
  action: string;
  account: DemoAccount;
  scopes: string[];
  otherAccountUrl: string;
}

/** The page that asks whether the app may have what it requests. */
export function consentPage({ action, account, scopes: requested, otherAccountUrl }: ConsentQuestion): string {
  return page(
    'Permissions requested',
    `<p>${signedIn(account, otherAccountUrl)}</p><p><strong>External Data</strong> would like to:</p>
    <ul>${requested.map((scope) => `<li>${escape(scopes[scope] ?? scope)}</li>`).join('')}</ul>
    <form method="post" action="${escape(action)}"><div class="row">
      <button class="plain" name="cancel" value="yes">Cancel</button>
      <button class="first" name="consent" value="yes">Accept</button></div></form>`,
  );
}

/** The page for an account that may not consent: it can only go back. */
export function adminNeededPage({ action, account, otherAccountUrl }: ConsentQuestion): string {
  return page(
    'Need admin approval',
    `<p>${signedIn(account, otherAccountUrl)}</p>
    <p><strong>External Data</strong> needs permissions that only an admin of this directory can grant.
      Ask an admin to sign in here.</p>
    <form method="post" action="${escape(action)}"><div class="row">
      <button class="first" name="back" value="yes">Return without granting consent</button></div></form>`,
  );
}

/** The page for an error that cannot be sent back to the app. */
export function errorPage(message: string): string {
  return page('We cannot sign you in', `<p>${escape(message)}</p>`);
}

function signedIn(account: DemoAccount, otherAccountUrl: string): string {
  return `Signed in as ${escape(account.email)}<br><a href="${escape(otherAccountUrl)}">Use another account</a>`;
}

function page(title: string, content: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} – Meridian demo directory</title>
    <meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}</style></head>
    <body><main><p class="tenant">Meridian demo directory</p><h1>${title}</h1>${content}</main></body></html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
