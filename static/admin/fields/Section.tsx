import type { ReactNode } from 'react';
import { useId } from 'react';

interface SectionProps {
  title: string;
  intro?: ReactNode;
  children: ReactNode;
}

/** A titled part of a form. */
export function Section({ title, intro, children }: SectionProps) {
  const id = useId();
  return (
    <section className="form-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {intro ? <p className="form-section-intro">{intro}</p> : null}
      {children}
    </section>
  );
}
