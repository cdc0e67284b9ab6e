import type { Preset } from '../../../../src/shared/contract';
import { openTab } from '../../../shared/platform';
import { Notice } from '../../fields/Notice';

/** What an admin must know about a provider and usually learns too late. */
export function PresetHints({ preset }: { preset: Preset }) {
  const open = (): void => void openTab(preset.documentationUrl).catch(() => undefined);
  return (
    <Notice look="information" title={`Notes on ${preset.title}`}>
      <ul>
        {preset.hints.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul>
      <button type="button" className="link" onClick={open}>
        {preset.title} documentation
      </button>
    </Notice>
  );
}
