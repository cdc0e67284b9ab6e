import type { BrowserContext, Response } from 'playwright-core';

/** Everything that came to a browser window, with the addresses it asked. */
export interface Received {
  /** All addresses, headers and bodies so far, once they have arrived. */
  all(): Promise<{ url: string; text: string }[]>;
  /** Of the calls of the app's functions: the size of each reply in bytes. */
  replySizes(): Promise<number[]>;
  /** Invocations of the app's functions, in the order in which their replies came. */
  invocations(): string[];
  /** Forgets what came so far. */
  clear(): void;
}

/** Notes what arrives in the window from now on, in all its pages and frames. */
export function noteReceived(context: BrowserContext): Received {
  let responses: Response[] = [];
  const texts = new Map<Response, Promise<string>>();
  const isCall = (response: Response): boolean => response.url().endsWith('/api/invoke');
  const textOf = (response: Response): Promise<string> => texts.get(response) ?? Promise.resolve('');
  context.on('response', (response) => {
    responses.push(response);
    const hasBody = response.status() < 300 || response.status() > 399;
    texts.set(response, hasBody ? response.text() : Promise.resolve(''));
  });
  return {
    all: () =>
      Promise.all(
        responses.map(async (response) => {
          const headers = JSON.stringify(await response.allHeaders());
          return { url: response.url(), text: `${response.url()}\n${headers}\n${await textOf(response)}` };
        }),
      ),
    replySizes: async () => {
      const replies = await Promise.all(responses.filter(isCall).map(textOf));
      return replies.map((text) => Buffer.byteLength(text));
    },
    invocations: () =>
      responses
        .filter(isCall)
        .map((response) => response.headers()['x-invocation-id'])
        .filter((id) => id !== undefined),
    clear: () => {
      responses = [];
    },
  };
}
