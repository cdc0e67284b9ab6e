import type { Preset } from '../../../../src/shared/contract';
import { providerMark } from '../../form-model/start/provider-tiles';

interface ProviderTileProps {
  preset: Preset;
  onChoose: (preset: Preset) => void;
}

/** One provider to start with. */
export function ProviderTile({ preset, onChoose }: ProviderTileProps) {
  const { letters, color } = providerMark(preset);
  return (
    <li>
      <button type="button" className="tile" onClick={() => onChoose(preset)}>
        <span className={`tile-mark tile-mark-${color}`} aria-hidden="true">
          {letters}
        </span>
        <span className="tile-title">{preset.title}</span>
      </button>
    </li>
  );
}
