/** Why an API does not let us in, in a sentence that names the data source, and who can do what. */
export interface Refusal {
  message: (name: string) => string;
  remedy: string;
}
