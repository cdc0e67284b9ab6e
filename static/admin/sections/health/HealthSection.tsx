import type { Badge, DataSourceView } from '../../../../src/shared/contract';
import { adminReader } from '../../fields/admin-reader';
import { Section } from '../../fields/Section';
import { dayWords, momentWords } from '../../fields/measure-words';
import { healthFacts } from './health-words';

interface HealthSectionProps {
  stored: DataSourceView;
  badge: Badge;
}

/** How a stored data source is doing: last success and failure, and what is known of its sign-in. */
export function HealthSection({ stored, badge }: HealthSectionProps) {
  const { authentication } = stored.settings;
  const words = {
    now: Date.now(),
    moment: (at: number) => momentWords(at, adminReader),
    day: (iso: string) => dayWords(iso, adminReader),
  };
  const facts = healthFacts(stored.health, badge, authentication.type === 'oauth2' ? authentication : undefined, words);
  return (
    <Section title="Health">
      <dl className="health">
        {facts.map(({ label, text, tone }) => (
          <div key={label} className={`health-fact tone-${tone}`}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
