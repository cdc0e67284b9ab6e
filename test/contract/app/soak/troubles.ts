import type { DemoFault as DemoFault } from '../../../../local/demo/settings';
import { faultNames, type Fault, type Faults } from '../../../../local/platform/faults';

/** What went wrong on purpose. */
export interface Troubles {
  /** Platform calls and outbound requests, by the kind of fault. */
  faults: Record<Fault, number>;
  /** Times in which the authorization server had rotated a refresh token and nobody could store the new one. */
  windows: number;
}

/** Of what a refresh asks and stores, which is rare, a greater part goes wrong. */
const refreshesOneIn = 6;

/** Platform faults at random; one call in `oneIn` goes wrong. Counts them in `troubles`. */
export function randomFaults(random: () => number, oneIn: number, troubles: Troubles): Faults {
  return ({ kind, path, keys }) => {
    const fault = faultNames[Math.floor(random() * faultNames.length)]!;
    const isTokenRequest = kind === 'egress' && path.endsWith('/token');
    const isTokenStore = kind === 'kvs' && path.endsWith('/secret/set') && keys.some((key) => key.startsWith('tok:'));
    if (random() * (isTokenRequest || isTokenStore ? refreshesOneIn : oneIn) >= 1) return undefined;
    troubles.faults[fault] += 1;
    const isUnheard = isTokenRequest && (fault === 'lost' || fault === 'dies-after');
    if (isUnheard || (isTokenStore && fault === 'dies')) troubles.windows += 1;
    return fault;
  };
}

export const noTroubles = (): Troubles => ({
  faults: Object.fromEntries(faultNames.map((name) => [name, 0])) as Record<Fault, number>,
  windows: 0,
});

/** So slow that a list is read on behind its first page, by several calls. */
const slowPages: DemoFault = { on: 'api', times: 30, what: { kind: 'delay', milliseconds: 500 } };

/** What the API and the token server do wrong next; mostly nothing. No answer of the token server is lost by it. */
export function upstreamTrouble(random: () => number): DemoFault[] {
  const troubles: DemoFault[] = [
    ...Array.from({ length: 3 }, () => slowPages),
    { on: 'api', times: 3, what: { kind: 'status', status: 429, retryAfterSeconds: 5 } },
    { on: 'api', times: 3, what: { kind: 'status', status: 500 } },
    { on: 'api', times: 1, what: { kind: 'hang' } },
    { on: 'api', times: 1, what: { kind: 'half-body' } },
    { on: 'api', times: 1, what: { kind: 'lose-answer' } },
    { on: 'api', times: 1, what: { kind: 'gzip-bomb', megabytes: 64 } },
    { on: 'api', times: 3, what: { kind: 'delay', milliseconds: 300 } },
    { on: 'token', times: 2, what: { kind: 'status', status: 500 } },
    { on: 'token', times: 2, what: { kind: 'status', status: 429, retryAfterSeconds: 5 } },
    { on: 'token', times: 1, what: { kind: 'delay', milliseconds: 300 } },
  ];
  const chosen = troubles[Math.floor(random() * troubles.length * 2)];
  return chosen ? [chosen] : [];
}
