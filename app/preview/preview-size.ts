/** The size that link previews are shown at. */
export const PREVIEW_SIZE = { width: 1200, height: 630 };
