/** A way into a room of the house: its name, and what one does there. */
export function Door({ href, title, text }: { href: string; title: string; text: string }) {
  return (
    <a href={href}>
      <b>
        {title}
        <svg viewBox="0 0 28 28" aria-hidden="true">
          <path d="M4 14h19m-7-7 7 7-7 7" />
        </svg>
      </b>
      <span>{text}</span>
    </a>
  );
}
