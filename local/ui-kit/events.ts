/** The event that a UI Kit callback gets: plain data, since nothing else crosses the bridge. */
export interface FieldEvent {
  type: string;
  target: { name?: string; id?: string; value?: string; checked?: boolean; type?: string };
}

interface Field {
  name?: string;
  id?: string;
  value?: string;
  checked?: boolean;
  type?: string;
}

/** The plain event for what happened to a form field; `useForm` of `@forge/react` reads `target.type`. */
export function fieldEvent(type: 'change' | 'blur' | 'focus', field: Field): FieldEvent {
  const { name, id, value, checked } = field;
  const isChoice = field.type === 'checkbox' || field.type === 'radio';
  return { type, target: { name, id, value, type: field.type, ...(isChoice ? { checked } : {}) } };
}

/** The plain event for a click. */
export const CLICK = { type: 'click' };
