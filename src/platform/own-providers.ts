/** The providers that whoever deploys the app has described in a variable of its environment, as JSON text; empty for none. */
export const ownProvidersText = (): string => process.env.EXTERNAL_DATA_PROVIDERS ?? '';
