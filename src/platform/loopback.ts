/**
 * Whether `http:` and loopback hosts are accepted, for the local host's demo servers. The only place that reads the
 * switch; a deployment in which it is set fails the check.
 */
export const loopbackAllowed = (): boolean => process.env.EXTERNAL_DATA_ALLOW_LOOPBACK === 'true';
