interface PasteActsProps {
  readonly isBusy: boolean;
  readonly onStop: () => void;
  readonly onClear: () => void;
  readonly words: { readonly send: string; readonly cancel: string; readonly clear: string };
}

/** Below a field for something pasted: send it, stop what goes on, or empty the field. */
export function PasteActs({ isBusy, onStop, onClear, words }: PasteActsProps) {
  return (
    <div className="paste-acts">
      <button type="submit" className="btn primary">
        {words.send}
      </button>
      {isBusy ? (
        <button type="button" className="btn" onClick={onStop}>
          {words.cancel}
        </button>
      ) : (
        <button type="button" className="btn quiet" onClick={onClear}>
          {words.clear}
        </button>
      )}
    </div>
  );
}
