/**
 * A computed colour as #rrggbb (#rrggbbaa where it is not opaque), which every program that opens an SVG understands; `none`
 * for what cannot be seen. What is no colour (`none`, `url(…)`) stays as it is.
 */
export function hexColour(computed: string): string {
  return /^(none|url\()/.test(computed) ? computed : printHex(inSrgb(computed));
}

/** Asks the browser: it has the conversions, and a mix in sRGB is said in sRGB, however its parts were written. */
function inSrgb(colour: string): string {
  const probe = document.createElement('span');
  probe.style.color = `color-mix(in srgb, ${colour}, ${colour})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** `color(srgb 1 0.5 0)` or `color(srgb 1 0.5 0 / 0.2)`; what lies outside of sRGB is clipped. */
export function printHex(srgb: string): string {
  const [red = 0, green = 0, blue = 0, alpha = 1] = [...srgb.matchAll(/-?\d*\.?\d+(?:e-?\d+)?/g)].map(([n]) =>
    Number(n),
  );
  if (alpha === 0) return 'none';
  return `#${[red, green, blue, ...(alpha < 1 ? [alpha] : [])].map(toHex).join('')}`;
}

function toHex(share: number): string {
  return Math.round(Math.min(1, Math.max(0, share)) * 255)
    .toString(16)
    .padStart(2, '0');
}
