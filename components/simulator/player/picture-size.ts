import type { SceneSize } from '../scene/dimensions';
import { type Variant, WIDE_WIDTHS } from '../variant';

const BESIDE_PICTURE = 16;
const NARROWEST_PHONE = 280;
const WIDEST_PHONE = 480;

/** Which picture fits a figure of this width, in pixels, and how wide it is then. */
export function pictureSize(room: number, variant: Variant): { readonly size: SceneSize; readonly width: number } {
  const wide = WIDE_WIDTHS[variant];
  if (room >= wide + BESIDE_PICTURE) return { size: 'wide', width: wide };
  return { size: 'phone', width: Math.min(WIDEST_PHONE, Math.max(NARROWEST_PHONE, room - BESIDE_PICTURE)) };
}
