import { strokesOf } from '../scene/arrows';
import { overlap } from '../scene/geometry';
import type { Layout } from '../scene/lay-out';
import { writtenIn } from './written';

/** Everything that a reader would call a fault of the picture, in words. */
export function labelFaults(layout: Layout, lostWord: string): string[] {
  const written = writtenIn(layout, lostWord);
  const arrows = layout.arrows.flatMap((arrow) => strokesOf(arrow).map((stroke) => ({ arrow, stroke })));
  const faults: string[] = [];
  written.forEach((one, index) => {
    for (const other of written.slice(index + 1)) {
      if (overlap(one.box, other.box)) faults.push(`"${one.text}" lies on "${other.text}"`);
    }
    for (const { arrow, stroke } of arrows) {
      if (overlap(one.box, stroke)) faults.push(`segment ${arrow.segment.id} goes through "${one.text}"`);
    }
    const { width } = layout.dimensions;
    if (one.box.some((point) => point.x < 0 || point.x > width || point.y < 0 || point.y > layout.height)) {
      faults.push(`"${one.text}" leaves the picture`);
    }
  });
  for (const { segment } of layout.arrows) {
    const text = layout.texts.get(segment.id);
    const isNamed = segment.copyOf === null ? text?.label : text?.badges.length;
    if (!isNamed) faults.push(`segment ${segment.id} (${segment.flags}) has no label`);
  }
  return faults;
}
