import { createRequire } from 'node:module';
import { filesBelow } from '../files.mjs';
import { inRoot } from '../paths.mjs';
import { prepareRoutes } from './rest-routes.mjs';

const load = createRequire(inRoot('test', 'package.json'));
const { getClientSideLintersOnly, lint } = load('@forge/lint');
const { validate } = load('@forge/manifest');

const quiet = { info() {}, warn() {}, error() {}, debug() {}, trace() {} };
const noFeatureGates = { getDeprecatedRuntimes: async () => [], checkGate: async () => false };

// The linter of permissions reads the product's API from a file instead of the network, and follows only routes in calls.
const { file: routes, undescribed, beyond } = prepareRoutes();

const manifest = (await validate(false)).manifestObject.typedContent;
const linters = await getClientSideLintersOnly(manifest, 'development', quiet, noFeatureGates);
const results = await lint([...filesBelow('src'), routes], manifest, 'development', quiet, noFeatureGates, { linters });

const findings = results.flatMap(({ file, errors, warnings }) =>
  [...errors, ...warnings].map((one) => ({ file, ...one })),
);
for (const { file, line, column, message, reference } of findings) {
  console.log(`${file}:${line}:${column} ${message} (${reference})`);
}
const unscoped = beyond(manifest.permissions.scopes).map((route) => `The manifest has no scope for ${route}`);
for (const sentence of [...undescribed, ...unscoped]) console.log(sentence);
process.exitCode = findings.length + undescribed.length + unscoped.length > 0 ? 1 : 0;
