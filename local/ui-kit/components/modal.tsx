import AtlaskitModal, {
  ModalBody as AtlaskitBody,
  ModalFooter as AtlaskitFooter,
  ModalHeader as AtlaskitHeader,
  ModalTitle as AtlaskitTitle,
  ModalTransition as AtlaskitTransition,
} from '@atlaskit/modal-dialog';
import type { ReactElement, ReactNode } from 'react';
import type { NodeComponents, NodeProps } from '../node-component';
import { Nodes } from '../NodeView';
import { callback, flag, text } from '../props';

function Modal({ node }: NodeProps): ReactElement {
  const { props } = node;
  const title = text(props, 'title');
  return (
    <AtlaskitModal
      width={text(props, 'width')}
      height={text(props, 'height')}
      label={text(props, 'label')}
      shouldScrollInViewport={flag(props, 'shouldScrollInViewport')}
      testId={text(props, 'testId')}
      onClose={() => callback(props, 'onClose')()}
    >
      {title !== undefined && (
        <AtlaskitHeader hasCloseButton>
          <AtlaskitTitle>{title}</AtlaskitTitle>
        </AtlaskitHeader>
      )}
      <Nodes nodes={node.children} />
    </AtlaskitModal>
  );
}

function partOf(Part: (props: { children: ReactNode }) => ReactNode) {
  return function ModalPart({ node }: NodeProps): ReactElement {
    return <>{Part({ children: <Nodes nodes={node.children} /> })}</>;
  };
}

/** A modal of the app's own and its parts. */
export const modalComponents: NodeComponents = {
  Modal,
  ModalTransition: partOf(({ children }) => <AtlaskitTransition>{children}</AtlaskitTransition>),
  ModalHeader: partOf(({ children }) => <AtlaskitHeader hasCloseButton>{children}</AtlaskitHeader>),
  ModalTitle: partOf(({ children }) => <AtlaskitTitle>{children}</AtlaskitTitle>),
  ModalBody: partOf(({ children }) => <AtlaskitBody>{children}</AtlaskitBody>),
  ModalFooter: partOf(({ children }) => <AtlaskitFooter>{children}</AtlaskitFooter>),
};
