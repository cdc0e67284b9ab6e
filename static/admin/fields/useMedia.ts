import { useEffect, useState } from 'react';

/** Whether the media query fits the frame, now and after each change. */
export function useMedia(query: string): boolean {
  const [fits, setFits] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const note = (): void => setFits(media.matches);
    note();
    media.addEventListener('change', note);
    return () => media.removeEventListener('change', note);
  }, [query]);
  return fits;
}
