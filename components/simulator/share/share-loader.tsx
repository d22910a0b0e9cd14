import { type ComponentType, useEffect, useRef, useState } from 'react';
import type { ShareDialogProps } from './share-dialog';
import { loadShareWords, type Say } from './share-words';

/** The dialog comes when it is asked for; with it what writes links, pictures and captures. */
export function ShareLoader(props: Omit<ShareDialogProps, 'say'>) {
  const { locale, onClose } = props;
  const giveUp = useRef(onClose);
  const [loaded, setLoaded] = useState<{ Dialog: ComponentType<ShareDialogProps>; say: Say } | null>(null);
  useEffect(() => {
    let gone = false;
    Promise.all([import('./share-dialog'), loadShareWords(locale)]).then(
      ([{ ShareDialog }, say]) => gone || setLoaded({ Dialog: ShareDialog, say }),
      () => gone || giveUp.current(),
    );
    return () => {
      gone = true;
    };
  }, [locale]);
  return loaded && <loaded.Dialog {...props} say={loaded.say} />;
}
