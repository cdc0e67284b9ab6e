/**
 * What the bridge uses of TypeScript's helpers. Those of the package bring their ways for browsers without modules, and a
 * module in their place would bring the bundler's for mixing both kinds.
 */
function exportStar(from, to) {
  for (const name of Object.keys(from)) {
    if (name === 'default' || Object.hasOwn(to, name)) continue;
    Object.defineProperty(to, name, { enumerable: true, get: () => from[name] });
  }
}

exports.__exportStar = exportStar;
exports.__importDefault = (module) => (module?.__esModule ? module : { default: module });
exports.__importStar = (module) => {
  if (module?.__esModule) return module;
  const all = { default: module };
  exportStar(module, all);
  return all;
};
