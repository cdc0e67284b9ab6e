/**
 * Stands in for `@atlaskit/feature-gate-js-client`: Atlaskit asks it which unfinished features to show, and it would ask
 * a service of Atlassian's own products. Here every gate is closed and every experiment has its default.
 */
const closedFeatureGates = {
  checkGate: (): boolean => false,
  initializeCompleted: (): boolean => true,
  getExperimentValue: <T>(_experiment: string, _parameter: string, fallback: T): T => fallback,
};

export default closedFeatureGates;
