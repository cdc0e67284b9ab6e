import type { ReactElement } from 'react';
import { useState } from 'react';
import type { RunReply } from '../../shared/api';
import { useHost } from '../host';
import { messageOf, server } from '../server';

/** For admins: what a platform starts by itself, started by a click, and what this host takes no notice of. */
export function AppFacts(): ReactElement {
  const { state } = useHost();
  return (
    <>
      {(state.scheduled.length > 0 || state.leavesTidily) && <OwnWork />}
      {state.notModelled.length > 0 && (
        <section aria-labelledby="not-modelled">
          <h2 id="not-modelled">What this host does not model</h2>
          <p className="lead">A real site may do more with {state.app.name} than is seen here:</p>
          <ul className="app-facts">
            {state.notModelled.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function OwnWork(): ReactElement {
  const { state } = useHost();
  return (
    <section aria-labelledby="own-work">
      <h2 id="own-work">What the app does by itself</h2>
      <ul className="plain-list">
        {state.scheduled.map(({ key, interval }) => (
          <li key={key}>
            <span>{`${key}, every ${interval === 'fiveMinute' ? 'five minutes' : interval}`}</span>
            <RunButton label={`Run ${key} now`} done={`${key} has run`} run={() => server.runScheduled(key)} />
          </li>
        ))}
        {state.leavesTidily && (
          <li>
            <span>Before it is uninstalled</span>
            <RunButton
              label="Uninstall"
              done="The app has done what it does before it is uninstalled"
              run={server.uninstall}
            />
          </li>
        )}
      </ul>
    </section>
  );
}

interface RunButtonProps {
  label: string;
  done: string;
  run(): Promise<RunReply>;
}

function RunButton({ label, done, run }: RunButtonProps): ReactElement {
  const { shell, refresh } = useHost();
  const [isBusy, setBusy] = useState(false);
  const click = async (): Promise<void> => {
    setBusy(true);
    const reply = await run().catch((error: unknown): RunReply => ({ ok: false, message: messageOf(error) }));
    shell.showFlag({
      id: label,
      type: reply.ok ? 'success' : 'error',
      title: reply.ok ? done : 'It failed',
      ...(!reply.ok && { description: reply.message }),
    });
    await refresh();
    setBusy(false);
  };
  return (
    <button type="button" className="small-button" disabled={isBusy} onClick={() => void click()}>
      {label}
    </button>
  );
}
