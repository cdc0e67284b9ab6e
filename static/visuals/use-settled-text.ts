import { useEffect, useRef, useState } from 'react';

/**
 * A text in a field and its setter. What is set is reported, trimmed, once it has not changed for a while, or when the
 * field goes; a text given anew from outside takes its place, unless it is the one that was reported last.
 */
export function useSettledText(
  given: string,
  report: (value: string) => void,
  settleMs: number,
): [value: string, set: (value: string) => void] {
  const [value, setValue] = useState(given);
  const reported = useRef(given);
  const latest = useRef({ report, value });
  latest.current = { report, value };

  useEffect(() => {
    if (given === reported.current) return; // the reader may have typed on since then
    reported.current = given;
    setValue(given);
  }, [given]);

  const settle = (): void => {
    const wanted = latest.current.value.trim();
    if (wanted === reported.current) return;
    reported.current = wanted;
    latest.current.report(wanted);
  };

  useEffect(() => {
    const timer = setTimeout(settle, settleMs);
    return () => clearTimeout(timer);
  }, [value, settleMs]);

  useEffect(() => settle, []);

  return [value, setValue];
}
