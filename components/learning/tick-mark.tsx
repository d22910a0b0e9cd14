/** How much of a chapter has been read, as a ring that closes: `share` 0 … 1. Without a label it is decoration. */
export function TickMark({ share, label }: { share: number; label: string | null }) {
  const name = share >= 1 ? 'tick done' : 'tick';
  if (label === null) {
    return (
      <svg className={name} viewBox="0 0 16 16" aria-hidden="true">
        <Ring share={share} />
      </svg>
    );
  }
  return (
    <svg className={name} viewBox="0 0 16 16" role="img" aria-label={label}>
      <Ring share={share} />
    </svg>
  );
}

function Ring({ share }: { share: number }) {
  return (
    <>
      <circle cx="8" cy="8" r="6.5" />
      {share >= 1 ? <path d="m5 8.2 2.2 2.2L11.2 6" /> : null}
      {share > 0 && share < 1 ? (
        <path className="arc" pathLength={1} d="M8 1.5a6.5 6.5 0 1 1-.01 0" strokeDasharray={`${share} 1`} />
      ) : null}
    </>
  );
}
