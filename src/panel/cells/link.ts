import { unreadable } from './unreadable';

const address = /^[^\s@:?&<>]+@[^\s@:?&<>]+$/;

/** An `https:` or `mailto:` address without user info; a page must never get another one to click on. */
export function readLink(value: unknown): string | null | typeof unreadable {
  if (value === null || value === undefined || value === '') return null;
  return typeof value === 'string' && isSafe(value.trim()) ? value.trim() : unreadable;
}

function isSafe(text: string): boolean {
  if (!/^(?:https:\/\/|mailto:)/i.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}

/** An e-mail address, as far as it cannot be mistaken for more than one or carry other parts of a message. */
export function readEmail(value: unknown): string | null | typeof unreadable {
  if (value === null || value === undefined || value === '') return null;
  return typeof value === 'string' && address.test(value) ? value : unreadable;
}
