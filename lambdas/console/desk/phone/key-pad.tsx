export interface KeyPadProps {
  onKey: (key: string) => void;
}

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** The twelve keys of a telephone. */
export function KeyPad({ onKey }: KeyPadProps) {
  return (
    <div class="key-pad">
      {keys.map((key) => (
        <button key={key} type="button" class="key" onClick={() => onKey(key)}>
          {key}
        </button>
      ))}
    </div>
  );
}
