import type { APIResponse, BrowserContext, Route } from 'playwright-core';

interface Reply {
  url: string;
  /** Address, headers and body. */
  text: string;
}

interface Call {
  /** The invocation of the app's function that answered. */
  invocation: string;
  replyBytes: number;
}

/** Everything that came to a browser window. */
export interface Received {
  replies: Reply[];
  /** The calls of the app's functions, in the order of their replies. */
  calls: Call[];
}

/** Notes what arrives in the window from now on, in all its pages and frames, before the pages themselves have it. */
export async function noteReceived(context: BrowserContext): Promise<Received> {
  const received: Received = { replies: [], calls: [] };
  await context.route('**/*', async (route) => {
    const response = await answerTo(route);
    if (!response) return;
    const url = route.request().url();
    const body = await response.body();
    received.replies.push({ url, text: `${url}\n${JSON.stringify(response.headers())}\n${body.toString('utf8')}` });
    const invocation = response.headers()['x-invocation-id'];
    if (invocation !== undefined) received.calls.push({ invocation, replyBytes: body.length });
    await route.fulfill({ response, body }).catch(() => undefined); // the page went on to another address
  });
  return received;
}

/** The response, or undefined when the page went on before it came. */
async function answerTo(route: Route): Promise<APIResponse | undefined> {
  return route.fetch({ maxRedirects: 0 }).catch(() => undefined);
}
