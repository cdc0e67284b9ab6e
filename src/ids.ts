import { createHash, randomBytes } from 'node:crypto';

/** A fresh name of 128 random bits, as 32 hexadecimal digits. */
export const newId = () => randomBytes(16).toString('hex');

/** Whether the text has the shape of an id made here. */
export const isId = (text: string) => /^[0-9a-f]{32}$/.test(text);

/** The SHA-256 of the text, as 64 hexadecimal digits. */
export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
