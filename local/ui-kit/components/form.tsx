import { ErrorMessage, HelperMessage, ValidMessage } from '@atlaskit/form';
import type { FormEvent, ReactElement } from 'react';
import type { NodeComponents, NodeProps } from '../node-component';
import { Nodes, Slot } from '../NodeView';
import { callback, text } from '../props';

function Form({ node }: NodeProps): ReactElement {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    callback(node.props, 'onSubmit')({ type: 'submit' });
  };
  return (
    <form className="uik-form" noValidate onSubmit={submit}>
      <Nodes nodes={node.children} />
    </form>
  );
}

function FormHeader({ node }: NodeProps): ReactElement {
  return (
    <header className="uik-form-header">
      {node.props.title !== undefined && (
        <h2>
          <Slot value={node.props.title} />
        </h2>
      )}
      <div>
        <Nodes nodes={node.children} />
      </div>
    </header>
  );
}

function FormSection({ node }: NodeProps): ReactElement {
  const { title, description } = node.props;
  return (
    <section className="uik-form-section">
      {title !== undefined && (
        <h3>
          <Slot value={title} />
        </h3>
      )}
      {description !== undefined && (
        <p className="uik-subtle">
          <Slot value={description} />
        </p>
      )}
      <Nodes nodes={node.children} />
    </section>
  );
}

function FormFooter({ node }: NodeProps): ReactElement {
  return (
    <footer className="uik-form-footer" data-align={text(node.props, 'align') ?? 'end'}>
      <Nodes nodes={node.children} />
    </footer>
  );
}

function Label({ node }: NodeProps): ReactElement {
  return (
    <label className="uik-label" id={text(node.props, 'id')} htmlFor={text(node.props, 'labelFor')}>
      <Nodes nodes={node.children} />
    </label>
  );
}

function RequiredAsterisk(): ReactElement {
  return (
    <span className="uik-asterisk" title="required" aria-hidden="true">
      *
    </span>
  );
}

function messageOf(Message: typeof HelperMessage) {
  return function FieldMessage({ node }: NodeProps): ReactElement {
    return (
      <Message>
        <Nodes nodes={node.children} />
      </Message>
    );
  };
}

/** A form, its parts, and the words around its fields. */
export const formComponents: NodeComponents = {
  Form,
  FormHeader,
  FormSection,
  FormFooter,
  Label,
  RequiredAsterisk,
  HelperMessage: messageOf(HelperMessage),
  ErrorMessage: messageOf(ErrorMessage),
  ValidMessage: messageOf(ValidMessage),
};
