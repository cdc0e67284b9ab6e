import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Names of the installed packages made of ES modules. Jest runs CommonJS, so exactly these are translated. */
function esModulePackages() {
  const { packages } = JSON.parse(readFileSync(`${root}node_modules/.package-lock.json`, 'utf8'));
  const names = Object.keys(packages).filter(isEsModule).map(packageName);
  return [...new Set(names)];
}

function isEsModule(folder) {
  try {
    return JSON.parse(readFileSync(`${root}${folder}/package.json`, 'utf8')).type === 'module';
  } catch {
    return false; // packages for other machines are listed but absent
  }
}

function packageName(folder) {
  return folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

const translated = esModulePackages().join('|').replaceAll('.', '\\.');

/** Kinds of tests that run the built app, which is therefore built first. */
const onBuiltApp = ['contract', 'journeys'];

function project(displayName) {
  return {
    displayName,
    ...(onBuiltApp.includes(displayName) && { globalSetup: '<rootDir>/scripts/jest-build.mjs' }),
    rootDir: root,
    roots: [`<rootDir>/test/${displayName}`],
    testEnvironment: 'node',
    testMatch: ['**/*.test.{ts,tsx}'],
    moduleFileExtensions: ['ts', 'tsx', 'mjs', 'cjs', 'js', 'json', 'node'],
    transform: { '\\.(tsx?|m?js)$': '<rootDir>/scripts/jest-transform.cjs' },
    transformIgnorePatterns: [`/node_modules/(?!(?:.*/node_modules/)?(?:${translated})/)(?!.*\\.mjs$)`],
  };
}

const kinds = ['steps', 'contract', 'golden', 'journeys'];

export default {
  testTimeout: 120_000, // a guard against hanging; how fast things are is measured by the bench
  testSequencer: `${root}scripts/jest-order.cjs`,
  projects: kinds.filter((kind) => existsSync(`${root}test/${kind}`)).map(project),
};
