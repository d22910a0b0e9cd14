'use client';

/** Opens the browser's own dialog for printing. Without script the browser's menu does the same. */
export function PrintButton({ label }: { label: string }) {
  return (
    <button type="button" className="btn primary only-with-script" onClick={() => window.print()}>
      {label}
    </button>
  );
}
