import type { ComponentType } from 'react';
import { lazy } from 'react';
import { loadStylesheet } from '../bridge/theme';

/** A component that is fetched, with the stylesheet built beside it, when it is first drawn. */
export function lazyWithStyles<Props>(bundle: string, load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => {
    const [component] = await Promise.all([load(), loadStylesheet(document, `/__host/${bundle}.css`)]);
    return { default: component };
  });
}
