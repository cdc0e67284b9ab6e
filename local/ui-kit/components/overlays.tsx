import AtlaskitComment, { CommentAction, CommentAuthor, CommentEdited, CommentTime } from '@atlaskit/comment';
import AtlaskitInlineEdit from '@atlaskit/inline-edit';
import AtlaskitPopup from '@atlaskit/popup';
import type { ReactElement } from 'react';
import { CLICK } from '../events';
import type { Props } from '../forge-doc';
import { wrapped } from '../forge-doc';
import type { NodeComponents, NodeProps } from '../node-component';
import { Nodes, Slot } from '../NodeView';
import { callback, flag, list, oneOf, text } from '../props';

const PLACEMENTS = [
  'auto',
  'top',
  'bottom',
  'right',
  'left',
  'top-start',
  'top-end',
  'bottom-start',
  'bottom-end',
] as const;
const HEADING_LEVELS = ['3', '1', '2', '4', '5', '6'] as const;

/** Above the modal that the app may stand in. */
const LAYER = 9999;

function Popup({ node }: NodeProps): ReactElement {
  const { props } = node;
  return (
    <AtlaskitPopup
      isOpen={flag(props, 'isOpen') ?? false}
      placement={oneOf(props, 'placement', PLACEMENTS)}
      label={text(props, 'label')}
      titleId={text(props, 'titleId')}
      role={text(props, 'role')}
      testId={text(props, 'testId')}
      zIndex={LAYER}
      onClose={() => callback(props, 'onClose')(CLICK)}
      content={() => (
        <div className="uik-popup">
          <Nodes nodes={wrapped(node, 'content')} />
        </div>
      )}
      trigger={({ ref }) => (
        <span ref={ref}>
          <Nodes nodes={wrapped(node, 'trigger')} />
        </span>
      )}
    />
  );
}

function InlineEdit({ node }: NodeProps): ReactElement {
  const { props } = node;
  return (
    <AtlaskitInlineEdit
      defaultValue=""
      label={text(props, 'label')}
      isEditing={flag(props, 'isEditing')}
      isRequired={flag(props, 'isRequired')}
      hideActionButtons={flag(props, 'hideActionButtons')}
      keepEditViewOpenOnBlur={flag(props, 'keepEditViewOpenOnBlur')}
      readViewFitContainerWidth={flag(props, 'readViewFitContainerWidth')}
      editButtonLabel={text(props, 'editButtonLabel')}
      confirmButtonLabel={text(props, 'confirmButtonLabel')}
      cancelButtonLabel={text(props, 'cancelButtonLabel')}
      onConfirm={() => callback(props, 'onConfirm')()}
      onCancel={() => callback(props, 'onCancel')()}
      onEdit={() => callback(props, 'onEdit')()}
      editView={() => <Nodes nodes={wrapped(node, 'editView')} />}
      readView={() => <Nodes nodes={wrapped(node, 'readView')} />}
    />
  );
}

/** A word that may be clicked, as the comment's props have them. */
function wordOf(value: unknown): { words: string; onClick?: () => void } | null {
  if (typeof value !== 'object' || value === null) return null;
  const props = value as Props;
  const click = callback(props, 'onClick');
  return {
    words: text(props, 'text') ?? '',
    ...(typeof props.onClick === 'function' && { onClick: () => click(CLICK) }),
  };
}

function actionsOf(props: Props, name: string): ReactElement[] | undefined {
  const words = list(props, name)
    .map(wordOf)
    .filter((word) => word !== null);
  return words.length === 0
    ? undefined
    : words.map(({ words: shown, onClick }) => (
        <CommentAction key={shown} onClick={onClick}>
          {shown}
        </CommentAction>
      ));
}

function Comment({ node }: NodeProps): ReactElement {
  const { props } = node;
  const [author, time] = [wordOf(props.author), wordOf(props.time)];
  const edited = text(props, 'edited');
  return (
    <AtlaskitComment
      avatar={<Nodes nodes={wrapped(node, 'avatar')} />}
      content={<Nodes nodes={wrapped(node, 'content')} />}
      author={author && <CommentAuthor onClick={author.onClick}>{author.words}</CommentAuthor>}
      time={time && <CommentTime onClick={time.onClick}>{time.words}</CommentTime>}
      edited={edited === undefined ? undefined : <CommentEdited>{edited}</CommentEdited>}
      actions={actionsOf(props, 'actions')}
      errorActions={actionsOf(props, 'errorActions')}
      errorIconLabel={text(props, 'errorIconLabel')}
      headingLevel={oneOf(props, 'headingLevel', HEADING_LEVELS)}
      highlighted={flag(props, 'highlighted')}
      id={text(props, 'id')}
      isError={flag(props, 'isError')}
      isSaving={flag(props, 'isSaving')}
      restrictedTo={<Slot value={props.restrictedTo} />}
      savingText={text(props, 'savingText')}
      type={text(props, 'type')}
      testId={text(props, 'testId')}
    />
  );
}

/** What stands above the rest, or changes between two looks; and what people say. */
export const overlayComponents: NodeComponents = { Popup, InlineEdit, Comment };
