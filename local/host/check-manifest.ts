import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { parse } from 'yaml';
import { handlerOf, sourceOf } from '../build/handlers';
import { projectRoot } from '../shared/root';

const run = promisify(execFile);

/** One thing that the platform's validator has to say. */
interface Finding {
  level: string;
  line: number;
  column: number;
  message: string;
}

/** The parts of a manifest that name files, whatever else is wrong with it. */
const namesSchema = v.fallback(
  v.looseObject({
    resources: v.fallback(v.array(v.looseObject({ path: v.string() })), []),
    modules: v.fallback(v.looseObject({ function: v.fallback(v.array(v.looseObject({ handler: v.string() })), []) }), {
      function: [],
    }),
    translations: v.fallback(v.looseObject({ resources: v.array(v.looseObject({ path: v.string() })) }), {
      resources: [],
    }),
  }),
  { resources: [], modules: { function: [] }, translations: { resources: [] } },
);

/**
 * What the platform's own validator (`@forge/manifest`, where it is installed) would warn of in a deployment of the app in the
 * folder, a sentence each.
 * @throws Error with all the sentences for which it refuses a deployment.
 */
export async function checkManifest(folder: string): Promise<string[]> {
  const findings = await validatorFindings(folder);
  if (!findings) return ['The validator of the platform (@forge/manifest) is not installed.'];
  const refused = findings.filter(({ level }) => level === 'error').map(sentence);
  if (refused.length > 0) throw new Error(refused.join('\n'));
  return findings.map(sentence);
}

function sentence({ line, column, level, message }: Finding): string {
  return `manifest.yml:${line}:${column} ${level}: ${message}`;
}

/** What the validator said of exactly this manifest before, or says now; undefined where it is not installed. */
async function validatorFindings(folder: string): Promise<Finding[] | undefined> {
  const validator = installedValidator();
  if (validator === undefined) return undefined;
  const note = join(folder, '.build', 'manifest-check.json');
  const key = fingerprint(folder, validator);
  const known = readNote(note);
  if (known?.key === key) return known.findings;
  const findings = await validate(folder, validator);
  mkdirSync(join(folder, '.build'), { recursive: true });
  writeFileSync(note, JSON.stringify({ key, findings }));
  return findings;
}

function installedValidator(): string | undefined {
  try {
    return createRequire(join(projectRoot(), 'package.json')).resolve('@forge/manifest');
  } catch {
    return undefined;
  }
}

/** In a process of its own: it reads the manifest of the working folder, and takes seconds of computing. */
async function validate(folder: string, validator: string): Promise<Finding[]> {
  const script = `require(${JSON.stringify(validator)}).validate(false)
    .then(({ errors = [] }) => process.stdout.write(JSON.stringify(errors)))`;
  const { stdout } = await run(process.execPath, ['-e', script], { cwd: folder, maxBuffer: 16 * 1024 * 1024 });
  return JSON.parse(stdout) as Finding[];
}

/** Of all that the validator looks at: itself, the manifest, its translations, and which of the files it names exist. */
function fingerprint(folder: string, validator: string): string {
  const manifest = readFileSync(join(folder, 'manifest.yml'), 'utf8');
  const { resources, modules, translations } = v.parse(namesSchema, parse(manifest));
  const sources = modules.function.map(({ handler }) => sourceOf(folder, handlerOf(handler).source) ?? handler);
  const words = translations.resources.map(({ path }) => join(folder, path)).filter((file) => existsSync(file));
  const facts = [
    manifest,
    readFileSync(validator, 'utf8'),
    ...[...resources.map(({ path }) => path), ...sources].map((path) => `${path} ${existsSync(join(folder, path))}`),
    ...words.map((file) => readFileSync(file, 'utf8')),
  ];
  return createHash('sha256').update(facts.join('\0')).digest('hex');
}

function readNote(file: string): { key: string; findings: Finding[] } | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { key: string; findings: Finding[] };
  } catch {
    return undefined;
  }
}
