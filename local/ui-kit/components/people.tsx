import Avatar from '@atlaskit/avatar';
import SelectField from '@atlaskit/select';
import type { ReactElement } from 'react';
import { useContext } from 'react';
import type { NodeComponents, NodeProps } from '../node-component';
import { Nodes } from '../NodeView';
import { PeopleContext } from '../people';
import { callback, flag, text } from '../props';
import { useHeldValue } from '../useHeldValue';

function User({ node }: NodeProps): ReactElement {
  const people = useContext(PeopleContext);
  const id = text(node.props, 'accountId');
  const name = people.find(({ accountId }) => accountId === id)?.displayName ?? 'Unknown user';
  return (
    <span className="uik-user">
      <Avatar size="small" name={name} />
      {flag(node.props, 'hideDisplayName') !== true && <span>{name}</span>}
    </span>
  );
}

function UserGroup({ node }: NodeProps): ReactElement {
  return (
    <span className="uik-user-group">
      <Nodes nodes={node.children} />
    </span>
  );
}

interface Choice {
  label: string;
  value: string;
}

function UserPicker({ node }: NodeProps): ReactElement {
  const { props } = node;
  const options = useContext(PeopleContext).map(({ accountId, displayName }) => ({
    label: displayName,
    value: accountId,
  }));
  const given = [props.defaultValue].flat().map(String);
  const [chosen, choose] = useHeldValue<readonly Choice[]>(
    undefined,
    options.filter(({ value }) => given.includes(value)),
  );
  const isMulti = flag(props, 'isMulti') ?? false;
  const change = (next: Choice | readonly Choice[] | null): void => {
    const all = next === null ? [] : [next].flat();
    choose(all);
    const people = all.map(({ label, value }) => ({ id: value, type: 'user', name: label }));
    callback(props, 'onChange')(isMulti ? people : (people[0] ?? null));
  };
  const label = text(props, 'label');
  return (
    <label className="uik-user-picker">
      {label !== undefined && <span className="uik-label">{label}</span>}
      <SelectField<Choice, boolean>
        inputId={text(props, 'id')}
        name={text(props, 'name')}
        aria-label={label}
        options={options}
        value={chosen}
        isMulti={isMulti}
        isDisabled={flag(props, 'isDisabled')}
        placeholder={text(props, 'placeholder')}
        onChange={change}
        menuPosition="fixed"
      />
      {text(props, 'description') !== undefined && <span className="uik-subtle">{text(props, 'description')}</span>}
    </label>
  );
}

/** People of the site. */
export const peopleComponents: NodeComponents = { User, UserGroup, UserPicker };
