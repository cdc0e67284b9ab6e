import { createRequire } from 'node:module';
import { filesBelow } from '../files.mjs';
import { inRoot } from '../paths.mjs';

const load = createRequire(inRoot('test', 'package.json'));
const { getClientSideLintersOnly, lint } = load('@forge/lint');
const { validate } = load('@forge/manifest');

const quiet = { info() {}, warn() {}, error() {}, debug() {}, trace() {} };
const noFeatureGates = { getDeprecatedRuntimes: async () => [], checkGate: async () => false };

// The linter of permissions downloads the products' API descriptions; the rest need no network.
const needsNetwork = new Set(['PermissionLinter']);

const manifest = (await validate(false)).manifestObject.typedContent;
const offered = await getClientSideLintersOnly(manifest, 'development', quiet, noFeatureGates);
const linters = offered.filter((linter) => !needsNetwork.has(linter.constructor.name));
const results = await lint(filesBelow('src'), manifest, 'development', quiet, noFeatureGates, { linters });

const findings = results.flatMap(({ file, errors, warnings }) =>
  [...errors, ...warnings].map((one) => ({ file, ...one })),
);
for (const { file, line, column, message, reference } of findings) {
  console.log(`${file}:${line}:${column} ${message} (${reference})`);
}
process.exitCode = findings.length > 0 ? 1 : 0;
