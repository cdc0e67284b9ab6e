import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { source as axeSource, type Result } from 'axe-core';
import { chromium, type Browser, type Frame, type Page } from 'playwright-core';
import { findChromium } from './chromium';

/** Where pictures go that nobody asked to keep. */
export const shots = resolve(__dirname, '../.shots');
/** Milliseconds that a page may need on a busy machine until it shows what is waited for. */
export const patience = 30_000;
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * A headless browser that reaches this machine only: every other host name fails to resolve, so a page that asks for
 * something outside is seen to fail. The caller closes it.
 */
export async function launchBrowser(): Promise<Browser> {
  const { executable, env } = findChromium();
  return chromium.launch({ executablePath: executable, env, args: flags() });
}

function flags(): string[] {
  const always = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-dev-shm-usage', // containers give it 64 MB, too little for a page
    // A frame in a process of its own loses the clicks of the moments after it has changed its height.
    '--disable-site-isolation-trials',
    '--font-render-hinting=none',
    '--no-proxy-server',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
  ];
  return process.getuid?.() === 0 ? [...always, '--no-sandbox'] : always; // Chromium refuses its sandbox to root
}

/** Saves a picture of the page, whole length, and returns its path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  mkdirSync(shots, { recursive: true });
  const path = join(shots, `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}

/** Expects no accessibility finding of WCAG 2.2 A and AA in a page with all its frames, or in one frame. */
export async function expectNoAxeFindings(target: Page | Frame): Promise<void> {
  const frames = 'frames' in target ? target.frames() : [target];
  const findings: string[] = [];
  for (const frame of frames) findings.push(...(await axeFindings(frame)));
  expect(findings).toEqual([]);
}

async function axeFindings(frame: Frame): Promise<string[]> {
  if (!(await frame.evaluate('"axe" in window'))) await frame.evaluate(axeSource);
  const options = JSON.stringify({
    iframes: false,
    resultTypes: ['violations'],
    runOnly: { type: 'tag', values: standards },
  });
  const violations = await frame.evaluate<Result[]>(`axe.run(document, ${options}).then((all) => all.violations)`);
  return violations.map(sentence);
}

function sentence({ id, help, nodes }: Result): string {
  const places = nodes.map((node) => `${node.target.join(' ')} (${node.failureSummary?.replace(/\s+/g, ' ')})`);
  return `${id}: ${help}: ${places.join('; ')}`;
}
