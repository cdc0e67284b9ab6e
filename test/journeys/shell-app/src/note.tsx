import ForgeReconciler, { AdfRenderer, Label, Text, Textfield, useConfig, useProductContext } from '@forge/react';
import type { ComponentProps, ReactElement } from 'react';

type Body = ComponentProps<typeof AdfRenderer>['document'];

function Note(): ReactElement {
  const config = useConfig();
  const extension = useProductContext()?.extension as { macro?: { body?: Body } } | undefined;
  const body = extension?.macro?.body;
  return (
    <>
      <Text>{`By ${String(config?.author ?? 'nobody')}`}</Text>
      {body && <AdfRenderer document={body} />}
    </>
  );
}

function Settings(): ReactElement {
  return (
    <>
      <Label labelFor="author">Author</Label>
      <Textfield name="author" id="author" />
    </>
  );
}

ForgeReconciler.render(<Note />);
ForgeReconciler.addConfig(<Settings />);
