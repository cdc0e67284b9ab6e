/** A way to begin that knows no provider. */
export type StartWay = 'curl' | 'openapi' | 'by-hand';

const ways: readonly { way: StartWay; title: string; text: string }[] = [
  { way: 'curl', title: 'Paste curl', text: 'A command from the documentation of an API, or from the browser.' },
  { way: 'openapi', title: 'OpenAPI', text: 'A document that describes the API. Choose one of its operations.' },
  { way: 'by-hand', title: 'By hand', text: 'Enter the URL, and how the API is to be read.' },
];

/** The ways for an API that is no provider below. A further one is a line here. */
export function StartWays({ onChoose }: { onChoose: (way: StartWay) => void }) {
  return (
    <ul className="start-ways">
      {ways.map(({ way, title, text }) => (
        <li key={way}>
          <button type="button" className="tile tile-way" onClick={() => onChoose(way)}>
            <span className="tile-title">{title}</span>
            <span className="tile-text">{text}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
