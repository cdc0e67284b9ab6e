import type { Wire } from '../../../../local/bridge/wire';
import { createWire } from '../../../../local/bridge/wire';

type Answer = (cmd: string, payload: unknown) => unknown;

const open: Wire[] = [];

function connect(hostReply: Answer, frameReply: Answer = () => undefined): { frame: Wire; host: Wire } {
  const channel = new MessageChannel();
  const host = createWire(channel.port1, hostReply);
  const frame = createWire(channel.port2, frameReply);
  open.push(host, frame);
  return { frame, host };
}

afterEach(() => {
  for (const wire of open.splice(0)) wire.close();
});

test('a command is answered with the value that the other side returns or resolves to', async () => {
  const { frame } = connect(async (cmd, payload) => ({ cmd, payload }));
  await expect(frame.call('invoke', { functionKey: 'a', list: [1, null, undefined] })).resolves.toEqual({
    cmd: 'invoke',
    payload: { functionKey: 'a', list: [1, null, undefined] },
  });
});

test('a refusal crosses as its message', async () => {
  const { frame } = connect(() => {
    throw new Error('"createHistory" is not modelled by the local host');
  });
  await expect(frame.call('createHistory')).rejects.toThrow('"createHistory" is not modelled by the local host');
});

test('both sides ask at the same time without mixing up answers', async () => {
  const { frame, host } = connect(
    (cmd) => `host answers ${cmd}`,
    (cmd) => `frame answers ${cmd}`,
  );
  await expect(Promise.all([frame.call('a'), host.call('b'), frame.call('c')])).resolves.toEqual([
    'host answers a',
    'frame answers b',
    'host answers c',
  ]);
});

test('a callback in a payload can be called back with arguments, and its answer comes back', async () => {
  const { frame } = connect(async (_cmd, payload) => {
    const { callback } = payload as { callback: (a: number, b: { c: number }) => Promise<number> };
    return callback(1, { c: 2 });
  });
  const callback = (a: number, b: { c: number }): number => a + b.c;
  await expect(frame.call('on', { callback })).resolves.toBe(3);
});

test('a function in an answer works from the other side, so that subscriptions end', async () => {
  const ended: string[] = [];
  const { frame } = connect(() => ({ unsubscribe: () => void ended.push('theme') }));
  const { unsubscribe } = (await frame.call('on')) as { unsubscribe: () => Promise<void> };
  await unsubscribe();
  expect(ended).toEqual(['theme']);
});

test('the same function arrives as the same function each time it is sent', async () => {
  const seen: unknown[] = [];
  const { frame } = connect((_cmd, payload) => void seen.push((payload as { fn: unknown }).fn));
  const fn = (): void => undefined;
  await frame.call('reconcile', { fn });
  await frame.call('reconcile', { fn });
  expect(typeof seen[0]).toBe('function');
  expect(seen[1]).toBe(seen[0]);
});

test('an error in a callback reaches the caller', async () => {
  const { frame } = connect((_cmd, payload) => (payload as () => Promise<void>)());
  const refuse = (): never => {
    throw new Error('no');
  };
  await expect(frame.call('onClose', refuse)).rejects.toThrow('no');
});

test('data that looks like a handle stays data', async () => {
  const { frame } = connect((_cmd, payload) => payload);
  const data = { $fn: 1, deep: [{ $data: { $fn: 2 } }] };
  await expect(frame.call('invoke', data)).resolves.toEqual(data);
});

test('a cycle survives the crossing', async () => {
  const { frame } = connect((_cmd, payload) => (payload as { self: unknown }).self === payload);
  const loop: { self?: unknown } = {};
  loop.self = loop;
  await expect(frame.call('reconcile', loop)).resolves.toBe(true);
});

test('a React element in a prop crosses as its type and props, without what leads to the rest of the tree', async () => {
  const { frame } = connect((_cmd, payload) => payload);
  class Fiber {
    readonly return = (): void => undefined;
  }
  const element = {
    $$typeof: Symbol.for('react.element'),
    type: 'Button',
    key: null,
    props: { a: 1 },
    _owner: new Fiber(),
  };
  await expect(frame.call('reconcile', { action: element })).resolves.toEqual({
    action: { type: 'Button', key: null, props: { a: 1 } },
  });
});

test('a payload that cannot be cloned is refused at once', async () => {
  const { frame } = connect(() => undefined);
  await expect(frame.call('invoke', { value: Symbol('x') })).rejects.toThrow(/could not be cloned/);
});
