import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { filesBelow } from '../files.mjs';
import { inRoot } from '../paths.mjs';

const description = inRoot('scripts/checks/confluence-rest.json');
const noProduct = inRoot('.build/lint/no-product.json');
const followed = inRoot('.build/lint/routes.ts');

/**
 * Prepares the platform's linter of permissions, which follows only a route that stands in the call itself: a file with one
 * such call for each route of the sources, and the descriptions of the product's API without the network. Returns the file and
 * a sentence for each route that `confluence-rest.json` does not describe, since the linter would pass it by.
 */
export function prepareRoutes() {
  const routes = [...new Set(filesBelow('src').flatMap(routesIn))];
  mkdirSync(inRoot('.build/lint'), { recursive: true });
  writeFileSync(noProduct, '{ "paths": {} }');
  writeFileSync(followed, sourceOf(routes));
  describeOffline();
  return { file: followed, undescribed: routes.filter((route) => !isDescribed(route)).map(sentence) };
}

function routesIn(file) {
  return [...readFileSync(inRoot(file), 'utf8').matchAll(/\broute`([^`]*)`/g)].map(([, path]) => path);
}

function sourceOf(routes) {
  const calls = routes.map(
    (path) => `  () => asUser().requestConfluence(route\`${path.replace(/\$\{[^}]*\}/g, '${id}')}\`),`,
  );
  return `import { asUser, route } from '@forge/api';\n\nconst id = '1';\nexport const calls = [\n${calls.join('\n')}\n];\n`;
}

/** What the linter reads in place of its downloads. */
function describeOffline() {
  const others = [
    'LOCAL_JIRA_SWAGGER',
    'LOCAL_JSM_SWAGGER',
    'LOCAL_JSW_SWAGGER',
    'LOCAL_BB_SWAGGER',
    'LOCAL_CONF_V2_SWAGGER',
  ];
  for (const name of others) process.env[name] = noProduct;
  Object.assign(process.env, { USE_LOCAL_SWAGGER: 'true', LOCAL_CONF_SWAGGER: description });
}

function isDescribed(route) {
  const path = route.replace(/\?.*$/, '').replace(/\$\{[^}]*\}/g, '1');
  const { paths } = JSON.parse(readFileSync(description, 'utf8'));
  return Object.keys(paths).some((one) => new RegExp(`^${one.replace(/\{[^}]*\}/g, '[^/]+')}$`).test(path));
}

function sentence(route) {
  return `scripts/checks/confluence-rest.json does not describe ${route}: add it with the scopes that its page lists.`;
}
