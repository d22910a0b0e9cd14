import { axisBox } from '../scene/axis';
import { cornersOf, type Polygon, rectangle } from '../scene/geometry';
import { labelHeight } from '../scene/labels';
import type { Layout } from '../scene/lay-out';
import { monoWidth, sansWidth } from '../scene/text-width';

/** A text of a picture and the room it takes. */
export interface Written {
  readonly text: string;
  readonly box: Polygon;
}

/** Everything that is written between and beside the lifelines, for asking whether two texts touch. */
export function writtenIn(layout: Layout, lostWord: string): readonly Written[] {
  const { dimensions } = layout;
  const written: Written[] = layout.axis.map((mark) => ({ text: mark.text, box: axisBox(mark, dimensions) }));
  for (const { label, badges, lostWord: place } of layout.texts.values()) {
    if (label) {
      const height = labelHeight(dimensions);
      written.push({ text: `${label.name} ${label.numbers ?? ''}`.trim(), box: cornersOf({ ...label, height }) });
    }
    const apart = badges.filter(
      (badge) =>
        !label ||
        Math.abs(badge.cy - label.cy) > label.width * Math.abs(Math.sin(label.angle)) ||
        badge.angle !== label.angle,
    );
    for (const badge of apart)
      written.push({ text: badge.text, box: cornersOf({ ...badge, height: dimensions.fontSize * 1.24 }) });
    if (place)
      written.push({
        text: lostWord,
        box: cornersOf({ cx: place.x, cy: place.y - 3.6, width: sansWidth(lostWord, 10.5), height: 9, angle: 0 }),
      });
  }
  for (const label of [...layout.calls, ...layout.timers, ...layout.shortStates].flatMap((mark) => mark.label ?? [])) {
    const width = monoWidth(label.text, dimensions.callFontSize - 1);
    const left = label.anchor === 'start' ? label.x : label.x - width;
    written.push({ text: label.text, box: rectangle(left, label.y - 5, left + width, label.y + 5) });
  }
  return written;
}
