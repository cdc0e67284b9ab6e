/** Says what a key–value list shows; there is nothing to set. */
export function KeyValueFields() {
  return <p className="field-help">Shows the first row, with a line for each column.</p>;
}
