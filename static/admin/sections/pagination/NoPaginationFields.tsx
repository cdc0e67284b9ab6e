/** For styles that need nothing more to be said. */
export function NoPaginationFields() {
  return null;
}
