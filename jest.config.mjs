import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Names of the installed packages whose files are ES modules: Jest runs CommonJS, so exactly these are translated. */
function esModulePackages() {
  const lock = JSON.parse(readFileSync(`${root}node_modules/.package-lock.json`, 'utf8'));
  const names = Object.keys(lock.packages).filter(isEsModule).map(nameOf);
  return [...new Set(names)].map((name) => name.replaceAll('.', '\\.'));
}

function isEsModule(folder) {
  try {
    return JSON.parse(readFileSync(`${root}${folder}/package.json`, 'utf8')).type === 'module';
  } catch {
    return false; // optional packages for other machines are listed and absent
  }
}

function nameOf(folder) {
  return folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

const compilerOptions = {
  module: 'CommonJS',
  moduleResolution: 'Node10',
  verbatimModuleSyntax: false,
  ignoreDeprecations: '5.0',
  sourceMap: true,
};

const shared = {
  rootDir: root,
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'cjs', 'js', 'jsx', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/.build/', '<rootDir>/static/[^/]+/build/'],
  transform: {
    '\\.tsx?$': ['ts-jest', { isolatedModules: true, diagnostics: false, tsconfig: { ...base(), ...compilerOptions } }],
    '\\.(mjs|js)$': '<rootDir>/scripts/jest-es-modules.cjs',
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:.*/node_modules/)?(?:${esModulePackages().join('|')})/)[^.]*(?:\\.(?!mjs$)[^.]*)*$`],
};
