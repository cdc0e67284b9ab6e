import { generateKeyPair, randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Entries } from './storage';

/** What the authorization server must not lose if grants are to outlive a restart. */
export interface Kept {
  clientSecret: string;
  serviceClientSecret: string;
  cookieKey: string;
  signingKey: Record<string, unknown>;
  entries: Entries;
}

/** What the file keeps, or fresh secrets and keys when there is no file yet. Throws when the file cannot be read. */
export async function loadKept(file: string | undefined): Promise<Kept> {
  const text = file === undefined ? undefined : readIfThere(file);
  if (text !== undefined) return JSON.parse(text) as Kept;
  return {
    clientSecret: newClientSecret(),
    serviceClientSecret: newClientSecret(),
    cookieKey: randomBytes(24).toString('base64url'),
    signingKey: await newSigningKey(),
    entries: {},
  };
}

/** Writes everything, readable by this user only; the file is whole at every moment. */
export function saveKept(file: string, kept: Kept): void {
  writeFileSync(`${file}.new`, JSON.stringify(kept), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** A secret that looks like Entra's: 40 characters, among them `~`, which Basic authentication has to encode. */
export function newClientSecret(): string {
  return `${randomBytes(3).toString('base64url')}~${randomBytes(26).toString('base64url')}`;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function newSigningKey(): Promise<Record<string, unknown>> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' };
}
