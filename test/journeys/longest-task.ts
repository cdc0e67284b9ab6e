import type { Page } from 'playwright-core';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Processor time of the thread, in microseconds. */
  tdur?: number;
  args?: { name?: string };
}

/**
 * The longest task of a page's main thread, its frames' included, while something goes on: in milliseconds of processor time,
 * which no other work on the machine lengthens.
 */
export async function longestTask(page: Page, act: () => Promise<void>): Promise<number> {
  const events = await traced(page, act);
  const ofThread = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const isMain = ({ ph, name, args }: TraceEvent) =>
    ph === 'M' && name === 'thread_name' && args?.name === 'CrRendererMain';
  const main = new Set(events.filter(isMain).map(ofThread));
  const tasks = events.filter((event) => event.name === 'RunTask' && main.has(ofThread(event)));
  if (tasks.length === 0) throw new Error('The browser told of no task.');
  return tasks.reduce((longest, { tdur = 0 }) => Math.max(longest, tdur / 1000), 0);
}

async function traced(page: Page, act: () => Promise<void>): Promise<TraceEvent[]> {
  const session = await page.context().browser()!.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  const includedCategories = ['__metadata', 'disabled-by-default-devtools.timeline'];
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
  await act();
  await session.send('Tracing.end');
  await ended;
  await session.detach();
  return events;
}
