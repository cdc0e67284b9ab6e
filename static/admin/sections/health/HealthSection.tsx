import Button from '@atlaskit/button/new';
import type { Badge, DataSourceView } from '../../../../src/shared/contract';
import { adminReader } from '../../fields/admin-reader';
import { Notice } from '../../fields/Notice';
import { Section } from '../../fields/Section';
import { dayWords, momentWords } from '../../fields/measure-words';
import { healthFacts } from './health-words';

interface HealthSectionProps {
  stored: DataSourceView;
  badge: Badge;
  isBusy: boolean;
  onTest: () => void;
}

/** How a stored data source is doing: last success and failure, and what is known of its sign-in. */
export function HealthSection({ stored, badge, isBusy, onTest }: HealthSectionProps) {
  const { authentication } = stored.settings;
  const { unread } = stored.health;
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
      {unread ? (
        <Notice
          look="warning"
          title="The API has rows that are not read"
          actions={
            <Button spacing="compact" isDisabled={isBusy} onClick={onTest}>
              Test pagination
            </Button>
          }
        >
          <p>{unread.message} Test shows how to get to them. If the first page is enough, say so below Pagination.</p>
        </Notice>
      ) : null}
    </Section>
  );
}
