import api, { fetch, getAppContext, route } from '@forge/api';
import type { AsyncEvent } from '@forge/events';
import { InvocationError, Queue } from '@forge/events';
import { kvs } from '@forge/kvs';

type Work = {
  name: string;
  task?: keyof typeof tasks;
  retries?: number;
  retryAfter?: number;
  retryData?: unknown;
};
type WorkEvent = AsyncEvent<Work>;

let busy = true;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const nameOf = (error: unknown) => (error as Error).name;

const tasks = {
  note: () => undefined,
  fail: () => {
    throw new Error('The work failed.');
  },
  spin: () => {
    while (busy) busy = Date.now() > 0;
  },
  hoard: () => {
    const hoard: number[][] = [];
    while (busy) hoard.push(new Array<number>(100_000).fill(hoard.length));
  },
  /** Asks for as many retries as its body says. */
  retry: ({ body: { retries = 0, retryAfter = 60, retryData }, retryContext }: WorkEvent) =>
    (retryContext?.retryCount ?? 0) < retries
      ? new InvocationError({ retryAfter, retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED' as never, retryData })
      : undefined,
  /** Runs until the stored value `gate` is open. */
  wait: async () => {
    while ((await kvs.get('gate')) !== 'open') await pause(10);
  },
  /** Pushes itself again. */
  chain: async ({ queueName, body }: WorkEvent) => {
    await new Queue({ key: queueName }).push({ body });
  },
  /** Says who and what the consumer is to the platform. */
  introduce: async () => {
    const who = await api
      .asUser()
      .requestConfluence(route`/wiki/rest/api/user/current`)
      .catch(nameOf);
    const { moduleKey, invocationRemainingTimeInMillis } = getAppContext();
    return { who, moduleKey, seconds: Math.round(invocationRemainingTimeInMillis() / 1000) };
  },
  /** Sends requests to an address that nobody approved, until one is refused for another reason. */
  exhaust: async () => {
    for (let sent = 1; ; sent += 1) {
      const name = await fetch('https://undeclared.example.com/').then(String, nameOf);
      if (name !== 'REQUEST_EGRESS_ALLOWLIST_ERR') return { sent, name };
    }
  },
};

/** Does what the event's body asks for and says at its begin and end what it was given and what it yields. */
export async function consume(event: WorkEvent, context: object): Promise<unknown> {
  const { name, task = 'note' } = event.body;
  console.log(`begin ${name} ${JSON.stringify({ event, context })}`);
  const result = await tasks[task](event);
  console.log(`end ${name} ${JSON.stringify(result ?? null)}`);
  return result;
}
