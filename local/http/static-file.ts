import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** The file below the folder with its content type, or undefined when there is none there. */
export async function staticFile(
  folder: string,
  path: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string } | undefined> {
  const file = resolve(folder, `.${sep}${path}`);
  if (!file.startsWith(resolve(folder) + sep)) return undefined;
  try {
    return {
      bytes: new Uint8Array(await readFile(file)),
      type: contentTypes[extname(file)] ?? 'application/octet-stream',
    };
  } catch {
    return undefined;
  }
}
