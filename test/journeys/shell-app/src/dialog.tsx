import { view } from '@forge/bridge';
import ForgeReconciler, {
  Button,
  ButtonGroup,
  ErrorMessage,
  Form,
  FormFooter,
  Label,
  Select,
  Textfield,
  useConfig,
} from '@forge/react';
import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';

interface Choice {
  label: string;
  value: string;
}

const COLORS: Choice[] = [
  { label: 'Blue', value: 'blue' },
  { label: 'Green', value: 'green' },
];

function Dialog(): ReactElement {
  const config = useConfig();
  const [title, setTitle] = useState('');
  const [color, setColor] = useState<Choice | null>(null);
  const [fault, setFault] = useState('');
  useEffect(() => setTitle(typeof config?.title === 'string' ? config.title : ''), [config]);
  const save = async (): Promise<void> => {
    try {
      await view.submit({ config: { title, color: color === null ? null : color.value } });
    } catch (error) {
      setFault(String(error));
    }
  };
  return (
    <Form onSubmit={() => void save()}>
      <Label labelFor="title">Title</Label>
      <Textfield id="title" name="title" value={title} onChange={(event) => setTitle(event.target.value)} />
      <Label labelFor="color">Color</Label>
      <Select inputId="color" options={COLORS} value={color} onChange={setColor} />
      {fault !== '' && <ErrorMessage>{fault}</ErrorMessage>}
      <FormFooter>
        <ButtonGroup>
          <Button onClick={() => void view.close()}>Cancel</Button>
          <Button appearance="primary" type="submit">
            Save
          </Button>
        </ButtonGroup>
      </FormFooter>
    </Form>
  );
}

ForgeReconciler.render(<Dialog />);
