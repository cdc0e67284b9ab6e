/** What is said where the API wants no authentication. */
export function NoFields() {
  return <p className="field-help">The API is read without signing in.</p>;
}
