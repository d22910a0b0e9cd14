import { figure } from './figure';
import { GALLERY_GROUPS } from './gallery-groups';
import { z } from './zod';

const bothLanguages = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });

const shown = {
  group: z.enum(GALLERY_GROUPS),
  /** Place within the group. */
  place: z.number().int().positive(),
  title: bothLanguages,
  /** One sentence on what to watch; what it says, `expects` holds it to. */
  watch: bothLanguages,
};

/** content/gallery/<name>.json: a scenario to start from. */
export const galleryFile = z.union([
  z.strictObject({
    ...shown,
    /** A lab script (docs/lab.md), line by line. */
    script: z.array(z.string()).min(1),
    expects: figure.shape.claims.min(1),
  }),
  /** A figure of the book, whose own claims are tested where it stands. */
  z.strictObject({ ...shown, figure: z.string() }),
]);
export type GalleryFile = z.infer<typeof galleryFile>;
