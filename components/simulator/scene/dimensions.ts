/**
 * Two families of pictures: `wide` for at least 560 px, `phone` below. Text is never scaled; a width only moves what
 * stands in it. All lengths are CSS pixels.
 */
export type SceneSize = 'wide' | 'phone';

export interface Dimensions {
  readonly size: SceneSize;
  readonly width: number;
  /** Size of segment labels; band names and calls follow it. */
  readonly fontSize: number;
  readonly bandFontSize: number;
  readonly callFontSize: number;
  readonly badgeFontSize: number;
  readonly axisFontSize: number;
  /** Right edge of the times. */
  readonly axisX: number;
  /** Room for calls and timers beside the outermost lifelines, at least. */
  readonly leftGutter: number;
  readonly rightGutter: number;
  readonly band: number;
  readonly slimBand: number;
  readonly bandGap: number;
  /** Baseline of the names above the lifelines, and where the lifelines begin. */
  readonly headTop: number;
  readonly headBottom: number;
  /** What is left below the last moment. */
  readonly tail: number;
  /** Of one flight: the shortest one-way delay. */
  readonly flight: number;
  readonly fold: number;
}

const WIDE = {
  fontSize: 11,
  bandFontSize: 10.5,
  callFontSize: 10.5,
  badgeFontSize: 9.5,
  axisFontSize: 10.5,
  axisX: 42,
  leftGutter: 62,
  rightGutter: 76,
  band: 84,
  slimBand: 22,
  bandGap: 10,
  headTop: 22,
  headBottom: 50,
  tail: 44,
  flight: 39,
  fold: 46,
} as const;

const PHONE = {
  ...WIDE,
  fontSize: 9.8,
  bandFontSize: 9.8,
  callFontSize: 9.5,
  badgeFontSize: 8.8,
  axisFontSize: 9.5,
  axisX: 30,
  leftGutter: 67,
  rightGutter: 58,
  band: 22,
  bandGap: 4,
  headTop: 16,
  headBottom: 44,
  tail: 84,
  fold: 40,
} as const;

/** The narrowest phone picture; its heights hold for every wider one, so that measuring the page moves nothing. */
export const PHONE_WIDTH = 296;

export function dimensionsOf(size: SceneSize, width: number): Dimensions {
  return { size, width, ...(size === 'wide' ? WIDE : PHONE) };
}

/** How much is seen of the states before the first moment: enough for their names. */
export function leadOf(naming: 'across' | 'along'): number {
  return naming === 'across' ? 27 : 80;
}
