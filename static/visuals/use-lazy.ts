import type { ComponentType } from 'react';
import { useEffect, useState } from 'react';

/** A component whose code is fetched once it is wanted; null until it has come, and where it does not come. */
export function useLazy<Props>(
  wanted: boolean,
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> | null {
  const [component, setComponent] = useState<ComponentType<Props> | null>(null);
  const isMissing = wanted && component === null;
  useEffect(() => {
    if (!isMissing) return undefined;
    let isHere = true;
    load().then(
      (loaded) => isHere && setComponent(() => loaded),
      () => undefined, // the connection is gone; the next wish tries again
    );
    return () => {
      isHere = false;
    };
  }, [isMissing, load]);
  return component;
}
