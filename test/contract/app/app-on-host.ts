import type {
  AdminCalls,
  AuthenticateReply,
  CallInput,
  CallOutput,
  DataSourceForm,
  MacroCalls,
  Reply,
} from '../../../src/shared/contract';
import { createClock, type Clock } from '../../../local/shared/clock';
import { startDemo, type Demo } from '../../../local/demo/demo';
import { startHost, type Host, type HostOptions, type LogEntry } from '../../../local/host/host';
import type { ProductUser } from '../../../local/platform/product/seed';
import { projectRoot } from '../../../local/shared/root';
import { demoForm } from '../../support/demo-form';
import { createBrowser, type Page } from '../demo/browser';

/** The shipped app on the local host, with the demo's servers beside it. */
export interface AppOnHost {
  host: Host;
  demo: Demo;
  clock: Clock;
  logged: LogEntry[];
  admin: string;
  editor: string;
  reader: string;
  otherReader: string;
  anonymous: string;
  /** The reply to a call of the settings page, by the admin unless another account is named. */
  ask<Key extends keyof AdminCalls>(
    key: Key,
    payload: CallInput<AdminCalls, Key>,
    accountId?: string,
  ): Promise<Reply<CallOutput<AdminCalls, Key>>>;
  /** The value of that reply; a problem is thrown. */
  call<Key extends keyof AdminCalls>(
    key: Key,
    payload: CallInput<AdminCalls, Key>,
  ): Promise<CallOutput<AdminCalls, Key>>;
  /** The reply to a call of the macro, by the reader on the first page of the Handbook unless told otherwise. */
  askMacro<Key extends keyof MacroCalls>(
    key: Key,
    payload: CallInput<MacroCalls, Key>,
    from?: { accountId?: string; contentId?: string; config?: Record<string, unknown>; site?: string },
  ): Promise<Reply<CallOutput<MacroCalls, Key>>>;
  /** A sound form for the demo's directory. */
  form(): DataSourceForm;
  /** Clicks *Authenticate*, signs in and accepts; the callback's URL, not yet opened. */
  consent(form: DataSourceForm): Promise<{ reply: AuthenticateReply; callback: string }>;
  /** The same with another account or button. */
  visit(form: DataSourceForm, buttons: string[]): Promise<{ reply: AuthenticateReply; page: Page }>;
  close(): Promise<void>;
}

export interface AppOptions {
  accessTokenSeconds?: number;
  users?: number;
  /** The demo's; any free one unless given. */
  port?: number;
  /** What the demo is to go on with and to keep. */
  stateFile?: string;
  clock?: Clock;
  host?: Pick<HostOptions, 'workers' | 'faults' | 'product'>;
}

/** A page of the Handbook, which everyone may read. */
export const handbookPage = '131073';

export async function startApp({
  host: hostOptions,
  clock = createClock(),
  ...options
}: AppOptions = {}): Promise<AppOnHost> {
  const logged: LogEntry[] = [];
  const host = await startHost({
    dir: projectRoot(),
    db: ':memory:',
    port: 0,
    built: true,
    clock,
    allowLoopback: true,
    variables: { EXTERNAL_DATA_ALLOW_LOOPBACK: 'true' },
    log: (entry) => logged.push(entry),
    ...hostOptions,
  });
  const demo = await startDemo({ port: 0, redirectUris: 'any', clock, ...options }).catch(async (error: unknown) => {
    await host.close();
    throw error;
  });
  approve(host, [demo.origin]);
  const [admin, editor, reader, otherReader, anonymous] = accountsOf(host.site().product.users);
  const ask: AppOnHost['ask'] = async (functionKey, payload, accountId = admin) => {
    const reply = await host.invoke({ moduleKey: 'external-data-settings', functionKey, payload, accountId });
    if (!reply.ok) throw new Error([functionKey, reply.message].join(': '));
    return reply.body as Reply<never>;
  };
  const call: AppOnHost['call'] = async (key, payload) => {
    const reply = await ask(key, payload);
    if (!reply.ok) throw new Error([key, JSON.stringify(reply.problem)].join(': '));
    return reply.value;
  };
  const askMacro: AppOnHost['askMacro'] = async (functionKey, payload, from = {}) => {
    const place = { accountId: reader, contentId: handbookPage, ...from };
    const reply = await host.invoke({ moduleKey: 'external-data', functionKey, payload, ...place });
    if (!reply.ok) throw new Error([functionKey, reply.message].join(': '));
    return reply.body as Reply<never>;
  };
  const visit: AppOnHost['visit'] = async (form, buttons) => {
    const reply = await call('authenticate', form);
    const browser = createBrowser(host.webTriggerUrl('oauth-callback'));
    let page = await browser.open(reply.authorizeUrl);
    for (const button of buttons) page = await page.press(button);
    return { reply, page };
  };
  const consent: AppOnHost['consent'] = async (form) => {
    const { reply, page } = await visit(form, ['Ada Lindqvist', 'Accept']);
    return { reply, callback: page.url };
  };
  const close = async () => {
    await host.close();
    await demo.close();
  };
  const people = { admin, editor, reader, otherReader, anonymous };
  return {
    host,
    demo,
    clock,
    logged,
    ...people,
    ask,
    askMacro,
    call,
    visit,
    consent,
    close,
    form: () => demoForm(demo),
  };
}

/** Approves origins for the functions, as an admin does in the consent dialog. */
export function approve(host: Host, origins: string[]): void {
  const configured = origins.map((domain) => ({ domain, type: ['FETCH_BACKEND_SIDE'] }));
  host.site().egress.set({ egresses: [{ key: 'apis', description: 'APIs', configured }] });
}

function accountsOf(users: ProductUser[]): [string, string, string, string, string] {
  return users.map(({ accountId }) => accountId) as [string, string, string, string, string];
}
