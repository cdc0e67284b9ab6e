import { getAppContext } from '@forge/api';
import type { Delay, RemainingTime, Repeat } from '../ports';

/** Milliseconds until the platform ends this invocation. */
export const remainingTime: RemainingTime = () => getAppContext().invocationRemainingTimeInMillis();

export const delay: Delay = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export const repeat: Repeat = (everyMs, work) => {
  const timer = setInterval(() => void work().catch(() => undefined), everyMs);
  return () => clearInterval(timer);
};
