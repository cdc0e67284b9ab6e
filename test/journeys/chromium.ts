import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

const root = resolve(__dirname, '../..');
const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'headless_shell'];
const fontsBesideThisFile = `<?xml version="1.0"?>
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="relative">cache</cachedir>
</fontconfig>
`;

/** A browser's executable and the environment it needs. */
export interface Chromium {
  executable: string;
  env: Record<string, string>;
}

/**
 * The Chromium of the system if one is on the path, else the one that `@sparticuz/chromium` carries, unpacked once
 * into `.build`. The variable `CHROMIUM` names another executable, or says `shipped` for the package's.
 */
export function findChromium(): Chromium {
  const wanted = process.env.CHROMIUM;
  if (wanted === 'shipped') return shippedChromium();
  const system = wanted ?? onPath(systemNames);
  return system ? { executable: system, env: environment() } : shippedChromium();
}

function onPath(names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}

function environment(extra: Record<string, string> = {}): Record<string, string> {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(own), ...extra };
}

function shippedChromium(): Chromium {
  const folder = unpackedPackage();
  const executable = join(folder, 'chromium');
  const fonts = fontSettings(folder);
  const alone = environment(fonts);
  if (runs(executable, alone)) return { executable, env: alone };
  return { executable, env: environment({ ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }) };
}

function fontSettings(folder: string): Record<string, string> {
  return existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: join(folder, 'fonts', 'fonts.conf') };
}

/** Whether the executable finds all shared libraries it needs; the package carries those a bare system lacks. */
function runs(executable: string, env: Record<string, string>): boolean {
  return spawnSync(executable, ['--version'], { env, stdio: 'ignore', timeout: 10_000 }).status === 0;
}

function unpackedPackage(): string {
  const entry = createRequire(join(root, 'test', 'package.json')).resolve('@sparticuz/chromium');
  const home = resolve(dirname(entry), '../..');
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const target = join(root, '.build', `chromium-${version}`);
  if (!existsSync(target)) unpackInto(target, join(home, 'bin'));
  return target;
}

/** Unpacks beside the target and renames, so that an interrupted or a second unpacking never leaves half a browser. */
function unpackInto(target: string, packed: string): void {
  const partial = `${target}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  writeFileSync(join(partial, 'chromium'), unpacked(join(packed, 'chromium.br')), { mode: 0o755 });
  const archives = ['fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
  for (const archive of archives) unpackArchive(join(packed, archive), partial);
  writeFileSync(join(partial, 'fonts', 'fonts.conf'), fontsBesideThisFile);
  if (existsSync(target)) rmSync(partial, { recursive: true });
  else renameSync(partial, target);
}

function unpackArchive(archive: string, folder: string): void {
  const name = basename(archive, '.tar.br');
  const target = name === 'swiftshader' ? folder : join(folder, name); // Chromium looks for it beside itself
  mkdirSync(target, { recursive: true });
  execFileSync('tar', ['-xf', '-', '-C', target], { input: unpacked(archive) });
}

function unpacked(file: string): Buffer {
  return brotliDecompressSync(readFileSync(file));
}
