import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/** Runs a Node script in the repository with this terminal's output; resolves to its exit code. */
export function runNode(args, { node = process.execPath, env = {} } = {}) {
  return exitCode(
    spawn(node, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } }),
  );
}

/** Runs a Node script in the repository and resolves to its exit code and all it printed, in order. */
export async function captureNode(args) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return { code: await exitCode(child), output };
}

/** Runs npm in a folder of the repository with this terminal's output; resolves to its exit code. */
export function runNpm(args, folder) {
  const shell = process.platform === 'win32'; // npm is a script there, not a program
  return exitCode(spawn('npm', args, { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'], shell }));
}

function exitCode(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
