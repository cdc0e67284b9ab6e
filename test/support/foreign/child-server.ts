import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { freePort } from './free-port';

/** A server in a process of its own. */
export interface ChildServer {
  origin: string;
  /** Ends the process; resolves when it is gone. */
  stop(): Promise<void>;
}

interface ChildCommand {
  /** The Node that runs it; the one of the tests where absent. */
  node?: string;
  args: (port: number) => string[];
  cwd: string;
  env?: (port: number) => Record<string, string>;
}

const patienceMs = 15_000;
const pauseMs = 50;

/**
 * A server that listens on a free port of this machine. Rejects with what the process said when it ends early, or does
 * not listen within 15 seconds.
 */
export async function startChildServer({
  node = process.execPath,
  args,
  cwd,
  env,
}: ChildCommand): Promise<ChildServer> {
  const port = await freePort();
  const child = spawn(node, args(port), {
    cwd,
    env: { PATH: process.env['PATH'], ...env?.(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = collectOutput(child);
  const stop = () => end(child);
  try {
    await listening(port, child);
  } catch (error) {
    await stop();
    throw new Error(`${String(error)}\n${said()}`);
  }
  return { origin: `http://localhost:${port}`, stop };
}

function collectOutput(child: ChildProcess): () => string {
  let text = '';
  const keep = (chunk: Buffer) => void (text = `${text}${chunk.toString()}`.slice(-4000));
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => text;
}

async function listening(port: number, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await accepts(port))) {
    if (hasEnded(child)) throw new Error('The server ended before it listened.');
    if (Date.now() > deadline) throw new Error(`The server does not listen after ${patienceMs} ms.`);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const response = (accepted: boolean) => {
      socket.destroy();
      resolve(accepted);
    };
    socket.once('connect', () => response(true));
    socket.once('error', () => response(false));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL'); // nothing of it is to be kept
  await gone;
}

const hasEnded = ({ exitCode, signalCode, pid }: ChildProcess) =>
  exitCode !== null || signalCode !== null || pid === undefined;
