import { listHosts } from './approval';
import type { HostApproval } from './useHostApproval';

/** Offers one approval for all hosts of a provider; nothing is chosen beforehand, because it allows more than is needed. */
export function WildcardChoices({ hosts: { wildcards, chosen, choose } }: { hosts: HostApproval }) {
  if (wildcards.length === 0) return null;
  return (
    <fieldset className="choices">
      <legend className="visually-hidden">Approve more at once</legend>
      {wildcards.map(({ domain, origins }) => (
        <label key={domain} className="choice">
          <input
            type="checkbox"
            checked={chosen.includes(domain)}
            onChange={(event) => choose(domain, event.currentTarget.checked)}
          />
          <span>
            Approve <code>{domain}</code> instead of {listHosts(origins)}: all hosts under that name, including those of
            other companies
          </span>
        </label>
      ))}
    </fieldset>
  );
}
