'use client';

import { type MouseEvent, type ReactNode, useRef } from 'react';

/** The contents on a narrow screen: a native modal dialog, so focus stays inside and Escape closes it. */
export function Drawer({ open, close, children }: { open: string; close: string; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);

  /** A link leads away, and the backdrop is the dialog itself: both close it. */
  const closeOn = (event: MouseEvent<HTMLDialogElement>) => {
    const { target } = event;
    if (target === dialog.current || (target instanceof Element && target.closest('a'))) dialog.current?.close();
  };

  return (
    <div className="menu">
      <button
        type="button"
        className="icon-btn"
        aria-label={open}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        <svg viewBox="0 0 18 18" aria-hidden="true">
          <path d="M3 5h12M3 9h12M3 13h12" />
        </svg>
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a modal dialog by itself, and links answer to keys */}
      <dialog ref={dialog} className="drawer" aria-label={open} onClick={closeOn}>
        <div className="drawer-body">
          <button type="button" className="icon-btn" aria-label={close} onClick={() => dialog.current?.close()}>
            <svg viewBox="0 0 18 18" aria-hidden="true">
              <path d="m4.500 4.500 9 9m0-9-9 9" />
            </svg>
          </button>
          {children}
        </div>
      </dialog>
    </div>
  );
}
