import { format } from 'node:util';
import { currentInvocation } from './invocation';

/** Log limits of an invocation: developer.atlassian.com, "Invocation limits" (2026-09-01). */
const maxLinesPerMinute = 100;
const maxBytes = 200 * 1024;

const levels = ['debug', 'log', 'info', 'warn', 'error', 'trace'] as const;

/** Makes the thread's console hand its lines to `write`, each with the invocation that wrote it, within the limits. */
export function captureConsole(write: (invocation: string, level: string, text: string) => void): void {
  for (const level of levels) {
    console[level] = (...values: unknown[]) => {
      const invocation = currentInvocation();
      const text = format(...values);
      if (!invocation) return write('', level, text);
      invocation.logged.lines += 1;
      invocation.logged.bytes += Buffer.byteLength(text);
      if (invocation.logged.lines > maxLinesPerMinute * invocation.minutes || invocation.logged.bytes > maxBytes)
        return;
      write(invocation.id, level, text);
    };
  }
}
