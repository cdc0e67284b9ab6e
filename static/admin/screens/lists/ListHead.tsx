import Button from '@atlaskit/button/new';

interface ListHeadProps {
  text: string;
  action: string;
  onAction: () => void;
}

/** What the list holds and the button that adds to it. */
export function ListHead({ text, action, onAction }: ListHeadProps) {
  return (
    <div className="list-head">
      <p>{text}</p>
      <Button appearance="primary" onClick={onAction}>
        {action}
      </Button>
    </div>
  );
}
