import type { ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import type { ArrivedAccount, ConfirmReply } from '../../src/shared/contract';
import { goTo } from '../shared/platform';
import { ProblemNote } from '../shared/ProblemNote';
import type { Arrival } from './use-arrival';

interface ArrivalBoxProps {
  arrival: Arrival;
  onConfirm: (accept: boolean) => void;
}

/** What has become of the sign-in that led here; nothing where none did. */
export function ArrivalBox({ arrival, onConfirm }: ArrivalBoxProps) {
  switch (arrival.state) {
    case 'looking':
    case 'none':
      return null;
    case 'arriving':
      return (
        <p role="status" className="connections-box">
          Checking the sign-in…
        </p>
      );
    case 'refused':
      return (
        <Box heading="Nothing was connected">
          <ProblemNote problem={{ ...arrival.problem, actor: 'reader' }} viewer="reader" />
        </Box>
      );
    case 'question':
      return <Question {...arrival} onConfirm={onConfirm} />;
    case 'done':
      return <Outcome {...arrival} />;
  }
}

/** A part of the page that takes the focus when it comes, for it is what the reader is here for. */
function Box({ heading, children }: { heading: ReactNode; children: ReactNode }) {
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className="connections-box" aria-labelledby={id}>
      <h2 id={id} ref={title} tabIndex={-1}>
        {heading}
      </h2>
      {children}
    </section>
  );
}

function Question({ account, busy, problem, onConfirm }: Extract<Arrival, { state: 'question' }> & ConfirmProps) {
  const { accountName, service, host } = account;
  const heading =
    accountName === undefined ? (
      <>Connect the account that has just signed in at {host} to your Confluence account?</>
    ) : (
      <>
        Connect <strong>{accountName}</strong> at {host} to your Confluence account?
      </>
    );
  return (
    <Box heading={heading}>
      {accountName === undefined && <p>{service} does not say which account it is.</p>}
      <p>
        Connect it only if it is yours and you have just signed in with it. Pages of this site then show you, and nobody
        else, what it may see at {service}.
      </p>
      {problem && <ProblemNote problem={problem} viewer="reader" />}
      <div className="connections-acts">
        <button type="button" className="own-primary" aria-disabled={busy} onClick={() => onConfirm(true)}>
          Connect
        </button>
        <button type="button" className="own-secondary" aria-disabled={busy} onClick={() => onConfirm(false)}>
          Do not connect
        </button>
      </div>
    </Box>
  );
}

type ConfirmProps = Pick<ArrivalBoxProps, 'onConfirm'>;

function Outcome({ account, reply }: { account: ArrivedAccount; reply: ConfirmReply }) {
  const { page } = reply;
  const isConnected = reply.state === 'connected';
  return (
    <Box heading={isConnected ? 'Your account is connected' : 'Nothing was connected'}>
      <p>
        {isConnected
          ? `Pages of this site now show you what your account may see at ${account.service}. The page that you came from goes on by itself, so you can also close this tab.`
          : 'What the sign-in had brought was thrown away.'}
      </p>
      {page !== undefined && (
        <button type="button" className="own-primary" onClick={() => void goTo(page)}>
          Go back to the page
        </button>
      )}
    </Box>
  );
}
