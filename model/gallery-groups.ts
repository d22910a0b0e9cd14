/** In the order in which the gallery shows them. */
export const GALLERY_GROUPS = ['opening', 'closing', 'time-wait', 'duplicates', 'network', 'several-hosts'] as const;
export type GalleryGroup = (typeof GALLERY_GROUPS)[number];
