interface CheckInputProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  help?: string;
}

/** A box to tick, with a sentence of help beside it. */
export function CheckInput({ label, checked, onChange, help }: CheckInputProps) {
  return (
    <label className="choice">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>
        {label}
        {help ? <span className="choice-help"> {help}</span> : null}
      </span>
    </label>
  );
}
