import { createHash } from 'node:crypto';
import type { ProblemCode } from '../shared/problem';

/** A web trigger's reply. */
export interface PageResponse {
  statusCode: number;
  headers: Record<string, string[]>;
  body: string;
}

export type Outcome = 'authenticated' | 'method' | ProblemCode;

interface Text {
  title: string;
  sentence: string;
}

const authenticated: Text = {
  title: 'Authenticated',
  sentence: 'The data source is connected. You can close this window and continue in Confluence.',
};

const failed: Text = {
  title: 'The sign-in failed',
  sentence:
    'Nothing was stored. You can close this window; the settings in Confluence show what happened and what to do.',
};

/** Fixed texts: nothing that came with the request is ever shown. */
const texts: Partial<Record<Outcome, Text>> = {
  authenticated,
  method: { title: 'Nothing to do here', sentence: 'This address is only used to return from a sign-in.' },
  'authorization-denied': {
    title: 'Access was not granted',
    sentence: 'Nothing was stored. You can close this window; the settings in Confluence show what to do.',
  },
  'callback-invalid': {
    title: 'This sign-in cannot be completed',
    sentence:
      'It has already been used, took longer than ten minutes, or was replaced by a newer one. Nothing was stored. You can ' +
      'close this window and begin the sign-in again in Confluence.',
  },
  conflict: {
    title: 'The data source was changed',
    sentence: 'Nothing was stored. You can close this window and click Authenticate again in Confluence.',
  },
  'exchange-failed': {
    title: 'The provider did not grant access',
    sentence: 'Nothing was stored. You can close this window; the settings in Confluence show the provider’s response.',
  },
  'host-not-allowed': {
    title: 'The token host is not approved',
    sentence: 'Nothing was stored. You can close this window; the settings in Confluence show which host to approve.',
  },
};

const script =
  "history.replaceState(null,'',location.pathname);" +
  "if(document.body.dataset.outcome==='authenticated')window.close();";

const style =
  ':root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:15vh auto;max-width:32rem;padding:0 1.5rem}' +
  'h1{font-size:1.5rem;line-height:1.25}';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const policy = [
  "default-src 'none'",
  `script-src ${hashOf(script)}`,
  `style-src ${hashOf(style)}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const untold: Record<string, string[]> = {
  'Cache-Control': ['no-store'],
  'Referrer-Policy': ['no-referrer'],
  'X-Content-Type-Options': ['nosniff'],
};

const headers: Record<string, string[]> = {
  ...untold,
  'Content-Type': ['text/html; charset=utf-8'],
  'Content-Security-Policy': [policy],
};

/**
 * The small page that ends a sign-in. It takes the code out of the address bar, closes itself after a success, and reads
 * well without its script.
 */
export function callbackPage(outcome: Outcome): PageResponse {
  const { title, sentence } = texts[outcome] ?? failed;
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body data-outcome="${outcome}">
<main role="${outcome === 'authenticated' ? 'status' : 'alert'}">
<h1>${title}</h1>
<p>${sentence}</p>
</main>
<script>${script}</script>
</body>
</html>
`;
  return { statusCode: statusOf(outcome), headers: { ...headers, ...allowOf(outcome) }, body };
}

function statusOf(outcome: Outcome): number {
  if (outcome === 'authenticated') return 200;
  if (outcome === 'method') return 405;
  return outcome === 'internal' ? 500 : 400;
}

const allowOf = (outcome: Outcome): Record<string, string[]> => (outcome === 'method' ? { Allow: ['GET'] } : {});

/** Sends the browser on to a page of Confluence; nobody keeps the address, which holds a handle. */
export const redirectTo = (address: string): PageResponse => ({
  statusCode: 302,
  headers: { ...untold, Location: [address] },
  body: '',
});
