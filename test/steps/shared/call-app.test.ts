import { callApp } from '../../../src/shared/call-app';

describe('a call of the app', () => {
  it('has the reply of the app, be it a value or a problem', async () => {
    const problem = { code: 'busy', title: 'Busy', message: 'Wait.', actor: 'reader', retry: true } as const;
    await expect(callApp(async () => ({ ok: true, value: 7 }), 'key', undefined)).resolves.toEqual({
      ok: true,
      value: 7,
    });
    await expect(callApp(async () => ({ ok: false, problem }), 'key', {})).resolves.toEqual({ ok: false, problem });
  });

  it('that brings no reply has a problem, which shows nothing of the failure', async () => {
    const reply = await callApp(() => Promise.reject(new Error('token=hunter2')), 'key', {});
    expect(reply).toMatchObject({ ok: false, problem: { code: 'internal', actor: 'admin', retry: true } });
    expect(JSON.stringify(reply)).not.toContain('hunter2');
  });
});
