import type { PermissionReply } from '../../../../local/shared/api';
import { handleCommand } from '../../../../local/bridge/commands';
import { createEventBus } from '../../../../local/bridge/event-bus';
import type { ConsentRequest, Surface } from '../../../../local/bridge/surface';

interface Trace {
  surface: Surface;
  went: string[];
  requested: ConsentRequest[];
  sent: { command: string; consented?: boolean }[];
  heights: number[];
}

interface Circumstances {
  type?: string;
  knowsPlace?: boolean;
  isAdmin?: boolean;
  allows?: boolean;
  approved?: string[];
  refusal?: string;
}

const PERMISSION_TYPES = ['FETCH_BACKEND_SIDE'];

function replyToPermission(command: string, { approved = [], refusal }: Circumstances): PermissionReply {
  if (command === 'egressGet') {
    const configured = approved.map((domain) => ({ domain, type: PERMISSION_TYPES }));
    return { status: 200, body: { results: [{ key: 'k', description: '', configured }] } };
  }
  return refusal === undefined ? { status: 201, body: { results: [] } } : { status: 403, body: { message: refusal } };
}

function trace(now: Circumstances = {}): Trace {
  const went: string[] = [];
  const requested: ConsentRequest[] = [];
  const sent: Trace['sent'] = [];
  const heights: number[] = [];
  const surface: Surface = {
    view: {
      viewId: 'v',
      render: 'custom',
      frameUrl: '',
      frameOrigin: '',
      context: { moduleKey: 'm', extension: { type: now.type ?? 'macro' } },
    },
    api: {
      invoke: async (functionKey, payload) => ({ functionKey, payload }),
      product: async () => ({ status: 200, statusText: 'OK', headers: {}, body: '{}' }),
      permission: async ({ command, consented }) => {
        sent.push({ command, consented });
        return replyToPermission(command, now);
      },
    },
    shell: {
      siteUrl: 'http://localhost:4200',
      undocumentedLocation: now.knowsPlace ?? false,
      mayConsent: now.isAdmin ?? true,
      theme: () => ({ colorMode: 'dark', stylesheet: '/tokens.css' }),
      location: () => 'https://site.example/wiki/pages/1?x=2',
      go: (path) => void went.push(path),
      reload: () => void went.push('reload'),
      pathOfPage: (id, edit) => (id === '1' ? `/pages/${edit ? 'edit/' : ''}1` : undefined),
      pathOfModule: (key) => `/apps/${key}`,
      pathOfSpace: (key) => `/spaces/${key}`,
      showFlag: () => undefined,
      closeFlag: () => undefined,
      requestConsent: async (request) => {
        requested.push(request);
        return now.allows ?? true;
      },
      setTitle: () => undefined,
      events: createEventBus(),
    },
    place: {
      moduleKey: 'm',
      openModal: () => undefined,
      setSize: ({ height }) => void heights.push(height),
      enableTheming: async () => undefined,
      ready: () => undefined,
    },
  };
  return { surface, went, requested, sent, heights };
}

function egress(...domains: string[]) {
  const configured = domains.map((domain) => ({ domain, type: PERMISSION_TYPES }));
  return { egresses: [{ key: 'k', description: 'APIs', configured }] };
}

test('a command that the host does not model is refused and told to the console by its name', () => {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const refusal = '"openRovo" is not modelled by the local host';
  expect(() => handleCommand('openRovo', undefined, trace().surface)).toThrow(refusal);
  expect(warn).toHaveBeenCalledWith(refusal);
  warn.mockRestore();
});

test('a name that every object has is no command', () => {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  expect(() => handleCommand('toString', undefined, trace().surface)).toThrow('"toString" is not modelled');
  warn.mockRestore();
});

test('invoke answers the body, and body with metadata when metadata was asked for', async () => {
  const { surface } = trace();
  const call = { functionKey: 'loadPanel', payload: { a: 1 } };
  await expect(handleCommand('invoke', call, surface)).resolves.toEqual(call);
  await expect(handleCommand('invoke', { ...call, metadata: {} }, surface)).resolves.toEqual({
    body: call,
    metadata: {},
  });
});

test('the context carries the theme of the moment', () => {
  expect(handleCommand('getContext', undefined, trace().surface)).toMatchObject({
    moduleKey: 'm',
    theme: { colorMode: 'dark' },
  });
});

test.each([
  ['macro', {}, false],
  ['macro', { knowsPlace: true }, true],
  ['confluence:globalSettings', {}, false],
  ['confluence:contentAction', {}, true],
  ['confluence:contentBylineItem', {}, true],
  ['confluence:homepageFeed', {}, true],
])('the address of the page is told where the platform says so: %s %j', (type, now, isTold) => {
  const { extension } = handleCommand('getContext', undefined, trace({ type, ...now }).surface) as {
    extension: Record<string, unknown>;
  };
  const location = 'https://site.example/wiki/pages/1?x=2';
  expect(extension).toEqual(isTold ? { type, location } : { type });
});

test('navigation within the site goes through the shell', () => {
  const { surface, went } = trace();
  handleCommand('navigate', { url: '/wiki/spaces/A?x=1', type: 'same-tab' }, surface);
  handleCommand('navigate', { target: 'contentEdit', contentId: '1', type: 'same-tab' }, surface);
  expect(went).toEqual(['/wiki/spaces/A?x=1', '/pages/edit/1']);
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'blob:http://localhost/x'])(
  'a link of another scheme is refused in a new tab and in the same: %s',
  (url) => {
    const { surface } = trace();
    const refusal = /only http and https are/;
    expect(() => handleCommand('navigate', { url, type: 'new-tab' }, surface)).toThrow(refusal);
    expect(() => handleCommand('navigate', { url, type: 'same-tab' }, surface)).toThrow(refusal);
  },
);

test('an address is given for what is on the site and refused for what is not', () => {
  const { surface } = trace();
  expect(handleCommand('getUrl', { target: 'contentView', contentId: '1' }, surface)).toBe(
    'http://localhost:4200/pages/1',
  );
  expect(() => handleCommand('getUrl', { target: 'contentView', contentId: '9' }, surface)).toThrow(
    /Nothing on this site/,
  );
  expect(() => handleCommand('getUrl', { target: 'dashboard' }, surface)).toThrow('"dashboard" is not modelled');
});

test('a view in a page can neither be submitted nor closed', async () => {
  const { surface } = trace();
  await expect(handleCommand('submit', { config: {} }, surface)).resolves.toBe(false);
  expect(handleCommand('close', undefined, surface)).toBe(false);
});

test('an admin is asked before new hosts are allowed, and the host learns of the consent', async () => {
  const { surface, requested, sent } = trace();
  await handleCommand('__permission__egressSet', egress('https://a.example', 'https://b.example'), surface);
  expect(requested).toEqual([
    {
      groups: [
        {
          description: 'APIs',
          domains: [
            { domain: 'https://a.example', types: PERMISSION_TYPES },
            { domain: 'https://b.example', types: PERMISSION_TYPES },
          ],
        },
      ],
    },
  ]);
  expect(sent.at(-1)).toEqual({ command: 'egressSet', consented: true });
});

test('an admin who declines leaves everything as it was', async () => {
  const { surface, sent } = trace({ allows: false });
  await expect(handleCommand('__permission__egressSet', egress('https://a.example'), surface)).rejects.toThrow(
    'The admin did not allow the app to reach these hosts.',
  );
  expect(sent.map((call) => call.command)).toEqual(['egressGet']);
});

test('hosts that are allowed already are not asked for again', async () => {
  const { surface, requested, sent } = trace({ approved: ['https://a.example'] });
  await handleCommand('__permission__egressSet', egress('https://a.example'), surface);
  expect(requested).toEqual([]);
  expect(sent.at(-1)).toEqual({ command: 'egressSet', consented: true });
});

test('nobody but an admin is asked, and the refusal of the host reaches the app', async () => {
  const { surface, requested, sent } = trace({ isAdmin: false, refusal: 'Only a site admin can allow hosts.' });
  await expect(handleCommand('__permission__egressSet', egress('https://a.example'), surface)).rejects.toThrow(
    'Only a site admin can allow hosts.',
  );
  expect(requested).toEqual([]);
  expect(sent).toEqual([{ command: 'egressSet', consented: false }]);
});

test('events reach the listeners of their channel until these unsubscribe', () => {
  const { surface } = trace();
  const heard: unknown[] = [];
  const callback = (payload: unknown): void => void heard.push(payload);
  const { unsubscribe } = handleCommand('on', { event: 'saved', callback }, surface) as { unsubscribe: () => void };
  handleCommand('emitPublic', { event: 'saved', payload: 0 }, surface);
  handleCommand('emit', { event: 'saved', payload: 1 }, surface);
  unsubscribe();
  handleCommand('emit', { event: 'saved', payload: 2 }, surface);
  expect(heard).toEqual([1]);
});

test('only a height that is a number changes the frame', () => {
  const { surface, heights } = trace();
  for (const height of [120, '9999', NaN, undefined]) handleCommand('frameSize', { height }, surface);
  expect(heights).toEqual([120]);
});
