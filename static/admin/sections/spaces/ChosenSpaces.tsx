import type { SpaceChoice } from '../../../../src/shared/contract';
import { IconButton } from '../../fields/IconButton';
import { spaceLabel } from './useKnownSpaces';

interface ChosenSpacesProps {
  spaces: SpaceChoice[];
  onRemove: (id: string) => void;
}

/** The spaces that may show the data source. */
export function ChosenSpaces({ spaces, onRemove }: ChosenSpacesProps) {
  if (spaces.length === 0) return null;
  return (
    <ul className="chosen" aria-label="Chosen spaces">
      {spaces.map((space) => (
        <li key={space.id}>
          <span>{spaceLabel(space)}</span>
          <IconButton icon="remove" label={`Remove ${space.name}`} onClick={() => onRemove(space.id)} />
        </li>
      ))}
    </ul>
  );
}
