import Button from '@atlaskit/button/new';

const steps = [
  {
    title: 'Connect a data source',
    text: 'Enter the name and URL of an API. If it uses OAuth2, authenticate once. Secrets never leave the app.',
  },
  {
    title: 'Create a panel',
    text: 'Choose the rows and columns of the response. Give the panel a name that editors will recognize.',
  },
  {
    title: 'Show it on a page',
    text: 'Editors insert the External Data macro and pick a panel. Readers see a live table.',
  },
];

/** What to do where nothing is connected yet. */
export function FirstSteps({ onStart }: { onStart: () => void }) {
  return (
    <section className="first-steps" aria-labelledby="first-steps-title">
      <h2 id="first-steps-title">Live data from any API on your pages</h2>
      <ol>
        {steps.map(({ title, text }, index) => (
          <li key={title}>
            <span className="first-steps-number" aria-hidden="true">
              {index + 1}
            </span>
            <h3>{title}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      <Button appearance="primary" onClick={onStart}>
        Add data source
      </Button>
    </section>
  );
}
