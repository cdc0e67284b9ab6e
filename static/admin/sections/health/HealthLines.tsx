import type { Health } from '../../../../src/shared/contract';
import { adminReader } from '../../fields/admin-reader';
import { dayWords } from '../../fields/measure-words';
import { healthLines } from './health-words';

/** Last success, last failure and what will soon fail, for the list. */
export function HealthLines({ health }: { health: Health }) {
  const lines = healthLines(health, Date.now(), (iso) => dayWords(iso, adminReader));
  if (lines.length === 0) return <p className="list-note">Not read yet</p>;
  return (
    <>
      {lines.map(({ text, tone }) => (
        <p key={text} className={`list-note tone-${tone}`}>
          {text}
        </p>
      ))}
    </>
  );
}
