import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { filesBelow } from '../files.mjs';
import { inRoot } from '../paths.mjs';

const description = inRoot('scripts/checks/confluence-rest.json');
const noProduct = inRoot('.build/lint/no-product.json');
const followed = inRoot('.build/lint/routes.ts');

/**
 * Prepares the platform's linter of permissions, which follows only a route that stands in the call itself: a file with one
 * such call for each route of the sources, and the descriptions of the product's API without the network. Returns the file and
 * a sentence for each route that `confluence-rest.json` does not describe, since the linter would pass it by, and which
 * routes are beyond given scopes.
 */
export function prepareRoutes() {
  const routes = [...new Set(filesBelow('src').flatMap(routesIn))];
  mkdirSync(inRoot('.build/lint'), { recursive: true });
  writeFileSync(noProduct, '{ "paths": {} }');
  writeFileSync(followed, sourceOf(routes));
  describeOffline();
  const undescribed = routes.filter((route) => !described(route)).map(sentence);
  return { file: followed, undescribed, beyond: (scopes) => routes.filter((route) => isBeyond(route, scopes)) };
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

/** What the description says of the route; undefined if nothing. */
function described(route) {
  const path = route.replace(/\?.*$/, '').replace(/\$\{[^}]*\}/g, '1');
  const { paths } = JSON.parse(readFileSync(description, 'utf8'));
  const found = Object.keys(paths).find((one) => new RegExp(`^${one.replace(/\{[^}]*\}/g, '[^/]+')}$`).test(path));
  return found && paths[found].get;
}

/** True for a route that none of its sets of scopes lets through. */
function isBeyond(route, scopes) {
  const { security = [], 'x-atlassian-oauth2-scopes': sets = [] } = described(route) ?? {};
  const ways = [...security.map((one) => one.oAuthDefinitions), ...sets.map((one) => one.scopes)];
  return ways.length > 0 && !ways.some((way) => way.every((scope) => scopes.includes(scope)));
}

function sentence(route) {
  return `scripts/checks/confluence-rest.json does not describe ${route}: add it with the scopes that its page lists.`;
}
