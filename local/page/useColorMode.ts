import { useCallback, useLayoutEffect, useState } from 'react';
import { markTheme } from '../bridge/theme';

export type ColorMode = 'light' | 'dark';

const KEPT_AS = 'color-mode';

function firstMode(): ColorMode {
  const kept = window.localStorage.getItem(KEPT_AS);
  if (kept === 'light' || kept === 'dark') return kept;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** The shell's color mode, kept between visits and marked on the document, and a way to set it. */
export function useColorMode(): [ColorMode, (mode: ColorMode) => void] {
  const [mode, setMode] = useState(firstMode);
  useLayoutEffect(() => markTheme(document.documentElement, mode), [mode]);
  const choose = useCallback((next: ColorMode) => {
    window.localStorage.setItem(KEPT_AS, next);
    setMode(next);
  }, []);
  return [mode, choose];
}
