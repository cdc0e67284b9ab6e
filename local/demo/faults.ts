import type { Exchange } from './exchange';
import { sendGzipBomb } from './odd/streams';
import type { DemoFault } from './settings';

export interface DemoFaults {
  set(faults: DemoFault[]): void;
  /**
   * `true` when the exchange goes on to do its work, now or after a delay; `false` when a fault has responded to it, or
   * never will.
   */
  pass(on: DemoFault['on'], exchange: Exchange): Promise<boolean>;
}

/** The faults in force, none at first. */
export function createFaults(): DemoFaults {
  let faults: DemoFault[] = [];
  return {
    set: (next) => void (faults = next.map((fault) => ({ ...fault }))),
    pass: async (on, exchange) => {
      const fault = faults.find((one) => one.on === on && one.times !== 0);
      if (!fault) return true;
      if (fault.times !== undefined) fault.times -= 1;
      return apply(fault, exchange);
    },
  };
}

async function apply({ on, what }: DemoFault, exchange: Exchange): Promise<boolean> {
  const { response } = exchange;
  switch (what.kind) {
    case 'status':
      return sendStatus(response, what.status, bodyOf(on, what.status), what.retryAfterSeconds);
    case 'delay':
      await new Promise((resolve) => setTimeout(resolve, what.milliseconds));
      return true;
    case 'hang':
      return false;
    case 'lose-answer':
      response.end = () => response.destroy();
      return true;
    case 'half-body':
      response.end = (text: unknown) => halfOf(response, String(text));
      return true;
    case 'gzip-bomb':
      await sendGzipBomb(exchange, what.megabytes);
      return false;
  }
}

function halfOf(response: Exchange['response'], text: string): Exchange['response'] {
  response.write(text.slice(0, text.length / 2), () => response.destroy());
  return response;
}

/** The directory words its errors as Graph does, the token and revoke endpoints as RFC 6749 section 5.2 does. */
function bodyOf(on: DemoFault['on'], status: number): unknown {
  const message = `The demo was told to respond with ${status}.`;
  if (on !== 'api') return { error: 'temporarily_unavailable', error_description: message };
  return { error: { code: status === 429 ? 'TooManyRequests' : 'UnknownError', message } };
}

function sendStatus(
  response: Exchange['response'],
  status: number,
  body: unknown,
  retryAfterSeconds: number | undefined,
): false {
  const headers = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  return false;
}
